using Shouldly;

namespace PipelineKit.Cli.Tests.Running;

/// <summary>When <c>pipelinekit run</c> starts nothing, and what it says then.</summary>
public sealed class RunRefusalTests(RunSandbox sandbox) : IClassFixture<RunSandbox>
{
    [Theory]
    [InlineData("godo", "error: there is no job or stage \"godo\"; expected one of ruled, good, bad, after, secret, gone, endless, deaf, linger, telling, quality-gate\nhint: did you mean `good`?\n")]
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

    [Fact]
    public async Task A_spec_that_is_wrong_runs_nothing()
    {
        sandbox.Write("pipelinekit.yml", sandbox.Read("pipelinekit.yml").Replace("needs: [bad]", "needs: [bda]", StringComparison.Ordinal));

        var result = await sandbox.RunAsync("good");
        await sandbox.ResetAsync();

        result.Exit.ShouldBe(ExitCode.Failure);
        result.Error.ShouldContain("bda");
        result.Error.ShouldNotContain("start good");
    }

    [Fact]
    public async Task A_support_file_that_cannot_be_there()
    {
        sandbox.Write(".pipelinekit/rules.txt/file", "a folder where a file should be");

        var result = await sandbox.RunAsync("ruled", "--format", "json");
        Directory.Delete(Path.Combine(sandbox.Folder, ".pipelinekit", "rules.txt"), recursive: true);

        result.Exit.ShouldBe(ExitCode.Failure);
        result.Error.ShouldStartWith("error: .pipelinekit/rules.txt is needed by a stage and cannot be there: ");
        result.Out.ShouldContain("\"passed\": false");
    }
}
