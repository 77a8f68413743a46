using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Shouldly;

namespace PipelineKit.Platforms.Tests.Cake;

/// <summary>What <c>docs/reference/cake.md</c> shows is run as it stands there.</summary>
[Collection(nameof(SandboxCollection))]
public sealed partial class CakePageTests
{
    private readonly Sandbox _sandbox;
    private readonly string _script = Script().Match(File.ReadAllText(Page())).Groups[1].Value;

    public CakePageTests(Sandbox sandbox)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the probe programs are shell scripts");
        _sandbox = sandbox;
        _sandbox.Reset();
        _sandbox.Write("page.cake", _script);
        _sandbox.Write("fixtures.sh", "probe say fixtures\n");
        _sandbox.Write("smoke.sh", "probe check smoke\n");
    }

    [Fact]
    public void It_is_short() => _script.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBeLessThanOrEqualTo(20);

    [Fact]
    public async Task Own_tasks_and_stages_run_in_the_order_written()
    {
        var result = await _sandbox.CakeAsync("page.cake", "--target=mine");

        result.ExitCode.ShouldBe(0, result.Output);
        result.With("Succeeded").ShouldBe(["lint", "fixtures", "before", "test-coverage", "mine"]);
        _sandbox.Trace().ShouldBe(["probe||install", "probe||check|lint", "probe||say|fixtures", "probe||check|tests"]);
    }

    [Fact]
    public async Task A_hook_comes_before_and_after_a_stage_also_when_the_stage_failed()
    {
        _sandbox.Fail("tests", 1);

        var result = await _sandbox.CakeAsync("page.cake", "--target=around");

        result.ExitCode.ShouldBe(1);
        result.Output.IndexOf("before the tests", StringComparison.Ordinal).ShouldBeLessThan(result.Output.IndexOf("probe check tests", StringComparison.Ordinal));
        result.Output.IndexOf("after the tests", StringComparison.Ordinal).ShouldBeGreaterThan(result.Output.IndexOf("probe check tests", StringComparison.Ordinal));
        result.With("Failed").ShouldBe(["test-coverage", "around"]);
    }

    [Fact]
    public async Task An_extra_gate_is_red_when_ours_or_the_users_is()
    {
        _sandbox.Fail("smoke", 2);

        var result = await _sandbox.CakeAsync("page.cake", "--target=release-gate");

        result.ExitCode.ShouldBe(1);
        result.With("Failed").ShouldBe(["smoke", "release-gate"]);
    }

    [Fact]
    public async Task A_command_outside_a_stage_runs_also_after_another_task_has_failed()
    {
        _sandbox.Fail("first", 2);
        _sandbox.Write("page.cake", """
            #load "pipelinekit.cake"
            Task("first").Does(() => Run("probe", "check", "first")).ContinueOnError();
            Task("second").IsDependentOn("first").Does(() => Run("probe", "check", "second"));
            RunTarget("second");
            """);

        await _sandbox.CakeAsync("page.cake");

        _sandbox.Trace().ShouldBe(["probe||check|first", "probe||check|second"]);
    }

    private static string Page([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "docs", "reference", "cake.md"));

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Script();
}
