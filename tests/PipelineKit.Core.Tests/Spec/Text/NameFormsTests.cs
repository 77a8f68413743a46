using PipelineKit.Core.Spec.Text;
using Shouldly;

namespace PipelineKit.Core.Tests.Spec.Text;

public sealed class NameFormsTests
{
    [Theory]
    [InlineData("src/a.py")]
    [InlineData(".")]
    [InlineData("./a/")]
    [InlineData(".github/workflows/ci.yml")]
    [InlineData("a b/c")]
    [InlineData("..a/b..c")]
    [InlineData("café")]
    public void Portable_paths_are_accepted(string path) => RepositoryPaths.Problem(path).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("/a")]
    [InlineData("..")]
    [InlineData("a/../..")]
    [InlineData("a/..")]
    [InlineData("C:a")]
    [InlineData("c:/a")]
    [InlineData("a\\b")]
    [InlineData("~/a")]
    [InlineData("a/.git/config")]
    [InlineData(".GIT")]
    [InlineData("a/nul")]
    [InlineData("COM1.txt")]
    [InlineData("a./b")]
    [InlineData("a /b")]
    [InlineData("a\nb")]
    [InlineData("$HOME/a")]
    [InlineData("${{ x }}")]
    [InlineData("a;b")]
    [InlineData("a\"b")]
    [InlineData("file:///a")]
    public void Other_paths_are_refused(string path) => RepositoryPaths.Problem(path).ShouldNotBeNull();

    [Theory]
    [InlineData("./a//b/", "a/b")]
    [InlineData("./", ".")]
    [InlineData("a/./b", "a/b")]
    [InlineData("../a", "../a")]
    public void Paths_are_normalised(string path, string expected) => RepositoryPaths.Normalise(path).ShouldBe(expected);

    [Theory]
    [InlineData("services/My Api", "my-api")]
    [InlineData("web", "web")]
    [InlineData(".", "python")]
    [InlineData("a/__x__", "x")]
    public void Projects_are_named_after_folders(string path, string expected) => RepositoryPaths.NameOf(path, "python").ShouldBe(expected);

    [Theory]
    [InlineData("python:3.12", true)]
    [InlineData("registry.example.com:5000/team/app:v2", true)]
    [InlineData("python@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", true)]
    [InlineData("python", false)]
    [InlineData("registry.example.com:5000/app", false)]
    [InlineData("python:latest", false)]
    [InlineData("python:slim", false)]
    [InlineData("python:latest-3", false)]
    [InlineData("python@sha256:0123", false)]
    [InlineData("python:$TAG", false)]
    [InlineData("${{ x }}:1", false)]
    [InlineData("", false)]
    public void Images_have_a_fixed_version(string image, bool expected) => (ImageName.Problem(image) is null).ShouldBe(expected);

    [Theory]
    [InlineData("main", true)]
    [InlineData("release/*", true)]
    [InlineData("feature/**", true)]
    [InlineData("v?.*", true)]
    [InlineData("a b", false)]
    [InlineData("a..b", false)]
    [InlineData("a/", false)]
    [InlineData("v[0-9]", false)]
    [InlineData("!main", false)]
    [InlineData("refs/tags/v1", false)]
    [InlineData("a.lock", false)]
    [InlineData("$x", false)]
    [InlineData("", false)]
    public void Patterns_are_of_names_in_git(string pattern, bool expected) => (RefGlob.Problem(pattern) is null).ShouldBe(expected);

    [Theory]
    [InlineData("90s", 90)]
    [InlineData("15m", 900)]
    [InlineData("2h", 7200)]
    [InlineData("7d", 604800)]
    [InlineData("0s", null)]
    [InlineData("05m", null)]
    [InlineData("15", null)]
    [InlineData("m", null)]
    [InlineData("1.5h", null)]
    [InlineData("-1m", null)]
    [InlineData("1000000s", null)]
    [InlineData("٣m", null)]
    [InlineData("15 m", null)]
    public void Durations_have_a_unit(string text, int? seconds)
    {
        DurationText.TryParse(text, out var duration).ShouldBe(seconds is not null);
        duration.TotalSeconds.ShouldBe(seconds ?? 0);
        if (seconds is not null)
        {
            DurationText.TryParse(DurationText.Format(duration), out var again).ShouldBeTrue();
            again.ShouldBe(duration);
        }
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("test-coverage2", true)]
    [InlineData("2a", false)]
    [InlineData("a--b", false)]
    [InlineData("a-", false)]
    [InlineData("A", false)]
    [InlineData("a_b", false)]
    [InlineData("", false)]
    public void Ids_are_kebab_case(string text, bool expected) => Names.IsId(text).ShouldBe(expected);
}
