using System.Diagnostics;
using System.Runtime.CompilerServices;
using PipelineKit.Core.Model;
using Shouldly;
using static PipelineKit.Platforms.Tests.GitLab.Build;

namespace PipelineKit.Platforms.Tests.GitLab;

/// <summary>
/// The kept files and a running pipeline, judged by programs that are not ours (<c>tests/validators</c>). A validator that is not installed fails
/// the test; <c>PIPELINEKIT_SKIP_VALIDATORS=1</c> skips it.
/// </summary>
public class ValidatorTests
{
    [Fact]
    public async Task EveryKeptFileIsCleanForGitLab()
    {
        var (exit, output) = await Node("gitlab.mjs", Directory.GetFiles(Path.Combine(Here(), "cases"), "*.yml"));

        exit.ShouldBe(0, output);
    }

    [Fact]
    public async Task AGeneratedPipelineRunsAndHandsItsArtifactsOn()
    {
        var folder = Directory.CreateTempSubdirectory("pk-gitlab-run-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, ".gitlab-ci.yml"), Emitted.From(Runnable()).Text, TestContext.Current.CancellationToken);
            var (exit, output) = await Node("run-gitlab.mjs", folder.FullName, "use", "--out", Path.Combine(folder.FullName, "out"));

            exit.ShouldBe(0, output);
            output.ShouldContain("used: it's $HOME");
            output.ShouldContain("after all of 3.12");
            output.ShouldNotContain("never");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task AFailureThatWasCollectedFailsTheJobAtItsEnd()
    {
        var folder = Directory.CreateTempSubdirectory("pk-gitlab-run-");
        try
        {
            var job = Job("collect", run: [Argv("a", "sh", "-c", "exit 3") with { OnFailure = OnFailure.Later }, Argv("b", "echo", "still here")]);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, ".gitlab-ci.yml"), Emitted.From(job).Text, TestContext.Current.CancellationToken);
            var (exit, output) = await Node("run-gitlab.mjs", folder.FullName, "collect");

            exit.ShouldBe(1, output);
            output.ShouldContain("still here");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Pipeline Runnable()
    {
        var make = Job(
            "make",
            Phase.Build,
            Argv("note", "sh", "-c", "exit 1") with { OnFailure = OnFailure.Report, Findings = [1] },
            Argv("write", "printf", "%s", new EnvReference("TEXT")) with { Stdout = "out/text.txt" },
            Argv("after", "echo", "after all of", new MatrixValue("python")) with { Always = true }) with
        {
            Matrix = new Matrix { Axes = [new MatrixAxis("python", ["3.12"])] },
            Env = [new("TEXT", "it's $HOME")],
            Artifacts = [new Artifact("text", ["out/"])],
        };
        var use = Job("use", Phase.Deploy, new Command { Name = "show", Shell = "sh", Script = "printf 'used: '\ncat out/text.txt\necho\n" }) with
        {
            Needs = [new Need("make", ["text"])],
            NeedsGate = true,
            Gate = false,
        };
        var never = Job("unrelated", Phase.Deploy, Argv("n", "echo", "never")) with { When = new Condition { Events = PipelineEvents.Schedule } };
        return Pipeline(make, use, never with { Gate = false });
    }

    private static async Task<(int Exit, string Output)> Node(string script, params string[] arguments)
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("PIPELINEKIT_SKIP_VALIDATORS") == "1", "PIPELINEKIT_SKIP_VALIDATORS=1");
        var start = new ProcessStartInfo("node", [Path.Combine(Here(), "..", "..", "validators", script), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var cancelled = TestContext.Current.CancellationToken;
        var error = process.StandardError.ReadToEndAsync(cancelled);
        var output = await process.StandardOutput.ReadToEndAsync(cancelled) + await error;
        await process.WaitForExitAsync(cancelled);
        return (process.ExitCode, output);
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
