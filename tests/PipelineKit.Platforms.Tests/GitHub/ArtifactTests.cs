using PipelineKit.Core.Model;
using PipelineKit.Platforms.GitHub;
using PipelineKit.Platforms.GitHub.Steps;
using PipelineKit.Platforms.Tests.Shared;
using Shouldly;

namespace PipelineKit.Platforms.Tests.GitHub;

public class ArtifactTests
{
    [Theory]
    [InlineData("dist", "dist/")]
    [InlineData("dist", "dist")]
    [InlineData("dist", "dist/*.whl")]
    [InlineData("dist", "dist/**/*.whl")]
    [InlineData("out", "out/a.bin")]
    [InlineData(".", "a.bin")]
    [InlineData(".", "*.whl")]
    [InlineData("out", "out/a.bin", "out/b/c.bin")]
    [InlineData(".", "a.bin", "out/b")]
    [InlineData("a/b", "a/b/c/", "a/b/d/")]
    [InlineData("a", "a/", "a/b/c.txt")]
    public void Files_come_back_to_where_they_were(string expected, params string[] paths) => ArtifactPaths.Root(new Artifact("a", paths)).ShouldBe(expected);

    [Theory]
    [InlineData(".reports/a", true)]
    [InlineData("a/.b/c", true)]
    [InlineData("a/b", false)]
    [InlineData("./a", false)]
    [InlineData("../a", false)]
    public void Hidden_files_are_asked_for(string path, bool hidden) => ArtifactPaths.IsHidden(path).ShouldBe(hidden);

    [Fact]
    public void Names_never_meet()
    {
        var names = new ArtifactNames(Sample.Pipeline(
            Sample.Job("a") with { Artifacts = [new Artifact("b", ["x"]), new Artifact("b-c", ["x"])] },
            Sample.Job("a-b") with { Artifacts = [new Artifact("c", ["x"])] }));
        var a = Sample.Job("a");
        var b = Sample.Job("a-b");
        string[] all = [ArtifactNames.OfReports(a), ArtifactNames.OfReports(b), names.Of(a, "b"), names.Of(a, "b-c"), names.Of(b, "c")];
        all.ShouldBeUnique();
    }
}
