using PipelineKit.Core.Model;
using Shouldly;

namespace PipelineKit.Core.Tests.Stages;

/// <summary>
/// What keeps the owner's configuration from changing the tree or lowering an exit code stands in every command of a tool, and nowhere in a template.
/// </summary>
public sealed class GuardTests
{
    /// <summary>Tool, spec, beginning of its commands, and what must follow.</summary>
    public static TheoryData<string, string, string, string> Tools => new()
    {
        { "ruff", "stack: python\nstages: { lint: { tools: [ruff] }, complexity: { tools: [ruff] } }", "check", "--no-fix --no-fix-only" },
        { "pylint", "stack: python\nstages: { lint: { tools: [pylint] } }", "pylint", "--fail-under=10" },
        { "radon", "stack: python\nstages: { complexity: { tools: [radon] } }", "cc", "--min=A --max=F --output-file=" },
        { "radon", "stack: python\nstages: { complexity: { tools: [radon] } }", "mi", "--min=A --max=C --output-file=" },
        { "jest", "stack: node\nstages: { test-coverage: { tools: [jest] } }", "jest", "--passWithNoTests=false --testFailureExitCode=1" },
        { "mocha", "stack: node\nstages: { test-coverage: { tools: [mocha] } }", "mocha", "--fail-zero --no-dry-run --no-pass-on-failing-test-suite" },
        { "vitest", "stack: node\nstages: { test-coverage: { tools: [vitest] } }", "run", "--passWithNoTests=false --dangerouslyIgnoreUnhandledErrors=false --update=false --coverage.thresholds.autoUpdate=false" },
    };

    [Theory]
    [MemberData(nameof(Tools))]
    public void Every_command_of_a_tool_has_its_guards(string tool, string spec, string after, string guards)
    {
        var harness = StageHarness.Load($"version: 1\ntargets: [github]\n{spec}\n");
        var jobs = harness.Requests().SelectMany(request => harness.Render(request)!.Jobs).ToList();
        harness.Messages.ShouldBeEmpty();

        var commands = jobs.SelectMany(job => job.Run).Where(command => ToolCalls.Calls(harness.Catalog.FindTool(tool)!, command)).Select(Text)
            .Where(text => text.Contains($" {after} ", StringComparison.Ordinal)).ToList();

        commands.ShouldNotBeEmpty();
        commands.ShouldAllBe(text => text.Contains($" {after} {guards} ", StringComparison.Ordinal));
    }

    [Fact]
    public void No_tool_with_guards_is_without_a_case()
    {
        var catalog = StageHarness.Load("version: 1\n").Catalog;
        var guarded = catalog.ToolIds.SelectMany(id => catalog.FindTool(id)!.Recipe!.Guards.Select(guard => (id, text: string.Join(' ', guard.Value)))).ToList();

        guarded.ShouldNotBeEmpty();
        guarded.ShouldAllBe(guard => Tools.Any(row => row.Data.Item1 == guard.id && row.Data.Item4 == guard.text));
    }

    private static string Text(Command command) => string.Join(' ', command.Argv.OfType<LiteralValue>().Select(word => word.Text));
}
