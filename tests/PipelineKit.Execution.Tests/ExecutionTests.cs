using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages.Catalog;
using PipelineKit.Execution.Tests.Ledger;
using PipelineKit.Execution.Tests.Reports;
using PipelineKit.Execution.Tests.Running;

namespace PipelineKit.Execution.Tests;

/// <summary>
/// The examples' pipelines, executed: through Cake, <c>pipelinekit run</c> and as GitLab's file, clean and sabotaged. With <c>PIPELINEKIT_VERIFY=1</c>
/// (the task <c>verify</c>) all of them, and what passed is recorded; without it a part that takes two minutes.
/// </summary>
public sealed class ExecutionTests
{
    private static readonly string[] FastTwins = ["python-lint", "python-sast", "python-test-coverage"];

    public static TheoryData<string> CleanThroughCake => [.. ExecutedStack.All.Select(s => s.Id)];

    public static TheoryData<string> CleanAsGitLab => [.. ExecutedStack.All.Select(s => s.Id).Where(s => Results.Everything || s == "python")];

    public static TheoryData<string> Twins => [.. SabotageCase.All.Select(c => c.Name).Where(n => Results.Everything || FastTwins.Contains(n))];

    /// <summary>Names of all runs of the task <c>verify</c>, as their records are called.</summary>
    internal static IReadOnlyList<string> AllRuns =>
        [.. ExecutedStack.All.SelectMany(s => new[] { $"{s.Id}-clean-cake", $"{s.Id}-clean-run", $"{s.Id}-clean-gitlab" }), .. SabotageCase.All.Select(c => $"{c.Name}-twin")];

    [Theory]
    [MemberData(nameof(CleanThroughCake))]
    public Task The_clean_example_passes_through_Cake(string id) => Results.OnceAsync($"{id}-clean-cake", async () =>
    {
        var stack = ExecutedStack.Named(id);
        using var workspace = await Workspace.MakeAsync(stack);
        var run = CakeRun.Run(stack, workspace);

        run.ExitCode.ShouldBe(0, run.Tail);
        run.Failed.ShouldBeEmpty(run.Tail);
        Results.Passed(id, "cake", NamedTools.Of(workspace.Folder));
    });

    [Theory]
    [MemberData(nameof(CleanAsGitLab))]
    public Task The_clean_example_passes_through_run(string id) => Results.OnceAsync($"{id}-clean-run", async () =>
    {
        var stack = ExecutedStack.Named(id);
        using var workspace = await Workspace.MakeAsync(stack);
        var run = ProgramRun.Run(stack, workspace);

        run.ExitCode.ShouldBe(0, run.Tail);
        run.Failed.ShouldBeEmpty(run.Tail);
        Results.Passed(id, "run", NamedTools.Of(workspace.Folder));
    });

    [Theory]
    [MemberData(nameof(CleanAsGitLab))]
    public Task The_clean_example_does_the_same_as_a_GitLab_pipeline(string id) => Results.OnceAsync($"{id}-clean-gitlab", async () =>
    {
        var stack = ExecutedStack.Named(id);
        using var workspace = await Workspace.MakeAsync(stack);
        using var other = await Workspace.MakeAsync(stack);
        var gitLab = GitLabRun.Run(stack, workspace);
        var cake = CakeRun.Run(stack, other);

        gitLab.ExitCode.ShouldBe(0, gitLab.Tail);
        gitLab.Jobs.ShouldBe(new SortedDictionary<string, int>(cake.Jobs.ToDictionary()), gitLab.Tail);
        Plain(gitLab.Commands).ShouldBe(Plain(cake.Commands));
        foreach (var job in cake.Jobs.Keys)
        {
            ReportComparison.ShouldBeAlike(cake, gitLab, job);
        }

        Results.Passed(id, "gitlab", NamedTools.Of(workspace.Folder));
    });

    [Theory]
    [MemberData(nameof(Twins))]
    public Task A_sabotaged_twin_fails_in_its_stage_and_nowhere_else(string name) => Results.OnceAsync($"{name}-twin", async () =>
    {
        var sabotage = SabotageCase.Named(name);
        var stack = ExecutedStack.Named(sabotage.Stack);
        foreach (var run in (Func<ExecutedStack, Workspace, RunResult>[])[(s, w) => CakeRun.Run(s, w), ProgramRun.Run, GitLabRun.Run])
        {
            using var workspace = await Workspace.MakeAsync(stack, sabotage);
            var result = run(stack, workspace);

            result.Failed.ShouldBe([sabotage.Stage], result.Tail);
            result.ExitCode.ShouldNotBe(0, result.Tail);
            result.Output.ShouldMatch($@"(?m)(^Error: Not passed: {sabotage.Stage} \(failed\)|^ FAIL  {sabotage.Stage}\b|^fail  {sabotage.Stage} )", "the verdict names the job");
            SabotageEvidence.ShouldBeIn(result, sabotage);
            Results.Caught(sabotage.Stack, result.Platform, sabotage.Stage);
        }
    });

    [Theory]
    [InlineData("docfx")]
    public void A_tool_that_is_replaced_names_itself_where_it_cannot_be_fetched(string tool)
    {
        var version = new StageCatalog([new BuiltInTemplates()], new DiagnosticBag()).Pins.FindTool(tool);
        var result = Tool.Run(TestFolders.Repository, "dotnet", ["tool", "exec", "--yes", $"{tool}@{version}", "--", "--version"], new Dictionary<string, string?> { ["DOTNET_CLI_UI_LANGUAGE"] = "en" });
        if (result.Exit == 0)
        {
            Results.Fetched(tool);
        }
        else
        {
            var message = (result.Out + result.Error).Trim().Split('\n')[^1];
            message.ShouldContain(tool);
            Results.Refused(tool, message);
        }
    }

    [Fact]
    public void Every_stage_that_is_executed_has_a_twin_of_at_most_five_lines()
    {
        SabotageCase.All.ShouldAllBe(c => c.ChangedLines >= 1 && c.ChangedLines <= 5);
        var built = ExecutedStack.All.SelectMany(s => NamedTools.Of(Path.Combine(TestFolders.Examples, s.Example)).Select(t => $"{s.Id}-{t.Stage}")).Distinct();
        built.Except(SabotageCase.All.Select(c => c.Name)).ShouldBeEmpty();
    }

    // The platforms quote what a shell would change; the words are the same.
    private static IEnumerable<string> Plain(IEnumerable<string> commands) =>
        commands.Select(c => c.Replace("'", "", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal);
}
