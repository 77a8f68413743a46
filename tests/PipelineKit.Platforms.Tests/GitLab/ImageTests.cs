using PipelineKit.Core.Model;
using Shouldly;
using static PipelineKit.Platforms.Tests.GitLab.Build;

namespace PipelineKit.Platforms.Tests.GitLab;

/// <summary>Which container a job gets, and what is added to it.</summary>
public class ImageTests
{
    private static readonly ToolchainDefinition Lint = FromApt("lint");
    private static readonly ToolchainDefinition Types = FromApt("types");

    [Fact]
    public void TheImageThatCarriesMostIsTaken() =>
        Image(new(Python, "3.12"), new(Uv, "0.12.5")).ShouldBe("ghcr.io/astral-sh/uv:0.12.5-python3.12-trixie-slim");

    [Fact]
    public void AnImageThatNamesAMissingToolchainIsNot() =>
        Image(new Toolchain(Uv, "0.12.5")).ShouldBe("ghcr.io/astral-sh/uv:0.12.5-trixie-slim");

    [Theory]
    [InlineData("r{a}-slim", "r$PK_V-slim")]
    [InlineData("r{a}x", "r${PK_V}x")]
    [InlineData("r{a}", "r$PK_V")]
    public void AMatrixVersionIsAVariableThatCannotRunIntoTheNextLetter(string tag, string expected)
    {
        var definition = Python with { Id = "a", Images = [new ToolchainImage("tool:" + tag, ["a"])] };
        var job = Job("job") with { Toolchains = [new Toolchain(definition, new MatrixValue("v"))], Matrix = new Matrix { Axes = [new MatrixAxis("v", ["1", "2"])] } };

        Emitted.From(job).Value("job", "image").ShouldBe("tool:" + expected);
    }

    [Fact]
    public void ToolchainsThatTheImageLacksAreInstalledAndTheirListIsReadOnce()
    {
        var job = Job("job") with { Toolchains = [new(Python, "3.12"), new(Lint, "1"), new(Types, "1")] };

        Emitted.From(job).Lines("job", "before_script").ShouldBe(["apt-get update", "apt-get install lint", "apt-get install types"]);
    }

    [Fact]
    public void AVersionFromTheMatrixIsReadByTheShell()
    {
        var job = Job("job") with
        {
            Toolchains = [new(Node, "24.20.0"), new(Pnpm, new MatrixValue("pnpm"))],
            Matrix = new Matrix { Axes = [new MatrixAxis("pnpm", ["11", "12"])] },
        };

        Emitted.From(job).Lines("job", "before_script").ShouldBe(["npm install --global pnpm@\"$PK_PNPM\""]);
    }

    [Fact]
    public void AnEntrypointIsClearedWhereItWouldSwallowTheScript()
    {
        var definition = Python with { Images = [new ToolchainImage("scan:{python}", ["python"]) { ClearEntrypoint = true }] };
        var emitted = Emitted.From(Job("job") with { Toolchains = [new Toolchain(definition, "1.2")] });

        emitted.Value("job", "image", "name").ShouldBe("scan:1.2");
        emitted.Text.ShouldContain("entrypoint: [\"\"]");
    }

    [Fact]
    public void WhatTheImageHoldsBesideThePathIsPutThereFirst()
    {
        var definition = Python with { Images = [new ToolchainImage("scan:{python}-debug", ["python"]) { SetUp = [["ln", "-s", "/scan", "/busybox/scan"]] }] };
        var emitted = Emitted.From(Job("job") with { Toolchains = [new Toolchain(definition, "1.2"), new(Pnpm, "12")] });

        emitted.Value("job", "image").ShouldBe("scan:1.2-debug");
        emitted.Lines("job", "before_script").ShouldBe(["ln -s /scan /busybox/scan", "npm install --global pnpm@12"]);
    }

    [Fact]
    public void AnImageOfTheSpecIsTakenAsComplete()
    {
        var emitted = Emitted.From(Job("job") with { Toolchains = [new(Node, "24.20.0"), new(Pnpm, "12")], Runner = new Runner("linux", [], [], "group/all:3") });

        emitted.Value("job", "image").ShouldBe("group/all:3");
        emitted.Lines("job", "before_script").ShouldBeEmpty();
    }

    private static string? Image(params Toolchain[] toolchains) => Emitted.From(Job("job") with { Toolchains = toolchains }).Value("job", "image");

    private static ToolchainDefinition FromApt(string id) => new() { Id = id, GitLabInstall = [["apt-get", "update"], ["apt-get", "install", id]], Local = Probe };
}
