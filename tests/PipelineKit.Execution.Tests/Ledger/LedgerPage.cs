using System.Text;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages;
using PipelineKit.Core.Stages.Catalog;

namespace PipelineKit.Execution.Tests.Ledger;

/// <summary>The page <c>docs/verification.md</c>: every tool of every stage and stack of the library, and how far it was tried.</summary>
internal static class LedgerPage
{
    public static string FilePath { get; } = Path.Combine(TestFolders.Repository, "docs", "verification.md");

    public static string Write(LedgerFile ledger)
    {
        var catalog = new StageCatalog([new BuiltInTemplates()], new DiagnosticBag());
        var named = Repositories().SelectMany(NamedTools.Of).ToHashSet();
        var rows = Uses(catalog).Select(u => Row(u, ledger.Executed.FirstOrDefault(e => (e.Stage, e.Stack, e.Tool) == (u.Stage, u.Stack, u.Tool)), named.Contains(u))).ToList();
        var text = new StringBuilder("""
            # What was tried, and how

            Written by `dotnet cake --target=verify` from what its runs recorded; `verification.lock.json` holds the record and the hashes of what it speaks of.

            - **executed here**: an example's pipeline with this tool was run by `dotnet cake`, by `pipelinekit run`, or as GitLab's file by gitlab-ci-local, and passed. Where
              a twin is named, the same pipeline with at most five changed lines (`tests/cases/sabotage`) failed in this stage and in no other, by the
              rule, file and line, figure or package that was expected.
            - **validated only**: generated files of an example or case that name it pass the validators (`tests/validators`). Its commands were never run.
            - **neither**: no example and no case names it.

            GitHub's workflows are never executed here. They are validated, and hold the same commands (`explanation/decisions/0002-parity.md`).


            """);
        text.Append(Changed(LedgerInputs.ChangedSince(ledger)));
        text.Append($"{Count(rows, "executed here")} executed here, {Count(rows, "validated only")} validated only, {Count(rows, "neither")} neither.\n\n");
        text.Append("| stage | stack | tool | state | passed through | told its twin through |\n|---|---|---|---|---|---|\n").AppendJoin("", rows);
        text.Append("\n## What stands in on this kind of machine\n\n");
        text.Append(string.Join('\n', ledger.Refused.Select(r => $"- `{r.Key}` cannot be fetched: `{r.Value}`")));
        return text.Append("""

            - .NET: the copy that is executed takes the licence check by this program, from a folder feed, and of the documentation stage the compiler's check.
            - Node: Cake runs on the last version of the example and says that it skips the leaf of the other; as GitLab's file both leaves run, each on the
              Node that its image names, taken from npm.
            - Python: the `apt-get` lines are left out, because the task `set-up` has installed the same packages.
            - GitLab: no images and no services; the package caches of the machine stand in for those of the jobs.

            """).ToString();
    }

    // What is said to have been executed was executed as it was then.
    private static string Changed(IReadOnlyList<string> files)
    {
        if (files.Count == 0)
        {
            return "";
        }

        var folders = files.GroupBy(f => string.Join('/', f.Split('/').Take(2)), StringComparer.Ordinal).Select(g => $"`{g.Key}` ({g.Count()})");
        return $"**Older than the sources.** Since the last whole run of `dotnet cake --target=verify` these have changed: {string.Join(", ", folders)}. What stands below as executed was executed as it was before.\n\n";
    }

    private static IEnumerable<string> Repositories() =>
        ((string[])[TestFolders.Examples, Path.Combine(TestFolders.Cases, "ok")]).SelectMany(r => TestFolders.Names(r).Select(n => Path.Combine(r, n)))
            .Where(f => File.Exists(Path.Combine(f, "pipelinekit.yml")));

    private static IEnumerable<ToolUse> Uses(StageCatalog catalog) =>
        from stage in catalog.StageIds.Select(catalog.FindStage).OfType<StageManifest>()
        from stack in stage.Stacks.Count > 0 ? stage.Stacks : catalog.StackIds
        from tool in ToolsOf(catalog, stage.Id, stack)
        select new ToolUse(stage.Id, stack, tool);

    private static IEnumerable<string> ToolsOf(StageCatalog catalog, string stage, string stack) =>
        catalog.ToolIds.Select(catalog.FindTool).OfType<ToolDefinition>()
            .Where(t => t.Stages.Contains(stage, StringComparer.Ordinal) && (t.Stacks.Count == 0 || t.Stacks.Contains(stack, StringComparer.Ordinal)))
            .Select(t => t.Id).DefaultIfEmpty(ToolUse.None);

    private static string Row(ToolUse use, ExecutedUse? executed, bool named)
    {
        var state = executed is not null ? "executed here" : named ? "validated only" : "neither";
        var tool = use.Tool.Length == 0 ? "–" : $"`{use.Tool}`";
        return $"| {use.Stage} | {use.Stack} | {tool} | {state} | {string.Join(", ", executed?.Platforms ?? [])} | {string.Join(", ", executed?.Twin ?? [])} |\n";
    }

    private static int Count(IReadOnlyList<string> rows, string state) => rows.Count(r => r.Contains($"| {state} |", StringComparison.Ordinal));
}
