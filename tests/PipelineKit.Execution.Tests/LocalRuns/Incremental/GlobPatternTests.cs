using PipelineKit.Execution.Incremental;

namespace PipelineKit.Execution.Tests.LocalRuns.Incremental;

public sealed class GlobPatternTests
{
    [Theory]
    [InlineData("src/**", "src/a/b.cs", true)]
    [InlineData("src/**", "src2/a", false)]
    [InlineData("src", "src/a/b.cs", true)]
    [InlineData("dist/", "dist/x", true)]
    [InlineData("*.md", "README.md", true)]
    [InlineData("*.md", "docs/README.md", false)]
    [InlineData("**/*.md", "README.md", true)]
    [InlineData("**/*.md", "a/b/README.md", true)]
    [InlineData("a/**/z", "a/z", true)]
    [InlineData("a/**/z", "a/b/c/z", true)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "a/c", false)]
    [InlineData("a.c", "abc", false)]
    [InlineData("a[1]", "a[1]", true)]
    [InlineData("**", "any/thing", true)]
    [InlineData("src/**/*.cs", "src/a.cs", true)]
    [InlineData("src/**/*.cs", "src/a.csx", false)]
    [InlineData("a*a*a*a*a*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false)]
    [InlineData("*", "a/b", true)]
    [InlineData("*.lock", "a.lock/b", true)]
    public void Globs_match_paths(string glob, string path, bool match) => new GlobPattern(glob).IsMatch(path).ShouldBe(match);
}
