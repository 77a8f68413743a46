using PipelineKit.Platforms.GitLab;
using Shouldly;

namespace PipelineKit.Platforms.Tests.GitLab;

/// <summary>The small texts: durations, globs, coverage patterns, image names, patches.</summary>
public class TextTests
{
    [Theory]
    [InlineData(0, "1 second")]
    [InlineData(1, "1 second")]
    [InlineData(600, "10 minutes")]
    [InlineData(5400, "1 hour 30 minutes")]
    [InlineData(7 * 86400, "7 days")]
    [InlineData(86400 + 61, "1 day 1 minute 1 second")]
    public void DurationsAreWords(int seconds, string expected) => Durations.Text(TimeSpan.FromSeconds(seconds)).ShouldBe(expected);

    [Theory]
    [InlineData("uv.lock", "uv.lock")]
    [InlineData("src/**", "src/**/*")]
    [InlineData("**", "**/*")]
    [InlineData("docs/", "docs/**/*")]
    [InlineData("**/*.py", "**/*.py")]
    [InlineData("src/**.py", "src/**/*.py")]
    [InlineData("a**b", "{a*b,a*/**/*b}")]
    [InlineData("a$b", "a[$]b")]
    [InlineData("x[1]{2}", @"x\[1\]\{2\}")]
    public void GlobsOfChangesAreRubys(string glob, string expected) => GlobTexts.ForChanges(glob).ShouldBe(expected);

    [Theory]
    [InlineData("dist/*.whl", "dist/*.whl")]
    [InlineData("a$b", "a$$b")]
    [InlineData("x[1]", @"x\[1\]")]
    public void PathsOfArtifactsAreTheRunners(string path, string expected) => GlobTexts.ForRunner(path).ShouldBe(expected);

    [Theory]
    [InlineData(@"^TOTAL.*?(\d+(?:\.\d+)?)%$", @"/^TOTAL.*?(\d+(?:\.\d+)?)%$/")]
    [InlineData(@"(\d+(\.\d+)?)%", @"/(\d+(?:\.\d+)?)%/")]
    [InlineData(@"(?<value>\d+)(?P<rest>x)(y)", @"/(?<value>\d+)(?:x)(?:y)/")]
    [InlineData(@"a/b\/c [(/] \((\d+)", @"/a\/b\/c [(\/] \((\d+)/")]
    [InlineData(@"\d+%", @"/\d+%/")]
    [InlineData("(?i:total) (\\d+)", "/(?i:total) (\\d+)/")]
    [InlineData(@"(?=x)(\d+)", null)]
    [InlineData(@"(?<!x)(\d+)", null)]
    [InlineData(@"(a)\1", null)]
    public void CoveragePatternsKeepOneGroup(string line, string? expected) => CoveragePattern.Convert(line).ShouldBe(expected);

    [Theory]
    [InlineData("python:3.12.11-slim", true)]
    [InlineData("python:$PK_PYTHON-slim", true)]
    [InlineData("ghcr.io:443/group/tool@sha256:ab", true)]
    [InlineData("localhost:5000/tool", false)]
    [InlineData("node", false)]
    [InlineData("node:latest", false)]
    [InlineData("node:lts-slim", false)]
    public void ImagesNeedAVersion(string image, bool exact) => ImageSection.IsExact(image).ShouldBe(exact);

    [Theory]
    [InlineData("/lint/script/0", true)]
    [InlineData("/lint/variables/A", true)]
    [InlineData("/lint/timeout", true)]
    [InlineData("/lint", true)]
    [InlineData("/default/before_script", true)]
    [InlineData("/variables", true)]
    [InlineData("/lint/tags", false)]
    [InlineData("/lint/image", false)]
    [InlineData("/lint/artifacts/expire_in", false)]
    [InlineData("/default/retry/max", false)]
    [InlineData("/workflow/rules/0", false)]
    [InlineData("/quality-gate/tags", false)]
    public void PatchesOfWhatAJobDoesTouchParity(string pointer, bool covered) =>
        new GitLabEmitter().CoversParity(pointer.Split('/')[1..]).ShouldBe(covered);
}
