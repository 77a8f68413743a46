using Shouldly;

namespace PipelineKit.Cli.Tests.Running;

/// <summary>When <c>pipelinekit run</c> starts nothing, and what it says then.</summary>
public sealed class RunRefusalTests(RunSandbox sandbox) : IClassFixture<RunSandbox>
{
    [Theory]
    [InlineData("godo", "error: there is no job or stage \"godo\"; expected one of good, bad, after, secret, gone, endless, quality-gate\nhint: did you mean `good`?\n")]
    [InlineData("--project=api", "error: there is no project \"api\"; expected one of .\n")]
    [InlineData("--changed=good", "error: --changed takes \"good\" for a revision, but that is a job or stage\nhint: write `run good --changed`, or --changed=refs/heads/good for the branch\n")]
    [InlineData("--jobs=0", "error: --jobs takes a whole number from 1\nsee `pipelinekit run --help`\n")]
    public async Task A_name_that_does_not_exist_is_a_wrong_command_line(string argument, string expected)
    {
        var result = await sandbox.RunAsync(argument);

        result.Exit.ShouldBe(ExitCode.Usage);
        result.Out.ShouldBe("");
        result.Error.ShouldBe(expected);
    }

    [Theory]
    [InlineData("build.cake", "error: build.cake is not there\nhint: run `pipelinekit generate`\n")]
    [InlineData(".pipelinekit/runner.cake", "error: .pipelinekit/runner.cake is not there\nhint: run `pipelinekit generate`\n")]
    public async Task A_missing_file(string path, string expected)
    {
        sandbox.Delete(path);

        var result = await sandbox.RunAsync("good", "--format", "json");
        await sandbox.ResetAsync();

        result.Exit.ShouldBe(ExitCode.Failure);
        result.Error.ShouldBe(expected);
        result.Out.ShouldContain("\"passed\": false");
    }

    [Fact]
    public async Task A_build_script_that_does_not_load_ours()
    {
        sandbox.Write("build.cake", "RunTarget(\"mine\");\n");

        var result = await sandbox.RunAsync("good");
        sandbox.Delete("build.cake");
        await sandbox.ResetAsync();

        result.Exit.ShouldBe(ExitCode.Failure);
        result.Error.ShouldBe("error: build.cake does not load the generated script\nhint: add this line to it: #load \"pipelinekit.cake\"\n");
    }

    [Fact]
    public async Task A_spec_without_the_target()
    {
        sandbox.Write("pipelinekit.yml", sandbox.Read("pipelinekit.yml").Replace("[cake]", "[gitlab]", StringComparison.Ordinal));

        var result = await sandbox.RunAsync("good");
        await sandbox.ResetAsync();

        result.Exit.ShouldBe(ExitCode.Failure);
        result.Error.ShouldEndWith("error: pipelinekit.yml has no target `cake`, and only its script runs on this machine\nhint: add `cake` to `targets:` and run `pipelinekit generate`\n");
    }

    [Fact]
    public async Task No_dotnet_on_the_path()
    {
        var result = await sandbox.RunAsync(e => e with { Variable = _ => null }, "good");

        result.Exit.ShouldBe(ExitCode.Failure);
        result.Error.ShouldStartWith("error: there is no `dotnet` on PATH\n");
    }

    [Fact]
    public async Task What_differs_from_the_spec_is_told_and_runs()
    {
        sandbox.Write("pipelinekit.yml", sandbox.Read("pipelinekit.yml").Replace("echo fine", "echo better", StringComparison.Ordinal));
        var outdated = await sandbox.RunAsync("good", "--dry-run");
        await sandbox.ResetAsync();
        sandbox.Write("pipelinekit.cake", sandbox.Read("pipelinekit.cake").Replace("echo fine", "echo edited", StringComparison.Ordinal));
        var edited = await sandbox.RunAsync("good", "--dry-run");
        await sandbox.ResetAsync();

        outdated.Error.ShouldBe("warning: pipelinekit.cake is out of date with pipelinekit.yml and runs as it is; bring it up to date with `pipelinekit generate`\n");
        outdated.Out.ShouldContain("echo fine");
        edited.Error.ShouldBe("warning: pipelinekit.cake was edited by hand and runs as it is, which is not what CI runs; `pipelinekit generate --check` shows the difference\n");
        edited.Out.ShouldContain("echo edited");
    }
}
