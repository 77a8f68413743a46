using System.Text.Json.Nodes;
using PipelineKit.Parity.Tests.Comparison;
using PipelineKit.Parity.Tests.Reading;
using PipelineKit.Parity.Tests.Tables;

namespace PipelineKit.Parity.Tests.Trace;

/// <summary>Runs the jobs of three outputs with probes for programs and compares what was started, and how each job ended.</summary>
internal static class TraceProof
{
    /// <summary>Everything in which the platforms differ; empty when they do the same.</summary>
    /// <param name="outputs">Texts of all three platforms.</param>
    /// <param name="choose">Scenarios for jobs.</param>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(Outputs outputs, Func<IReadOnlyList<TraceJob>, IReadOnlyList<Scenario>> choose)
    {
        var jobs = TraceJob.ReadAll(outputs.Texts["cake"]);
        var variables = new TraceVariables(outputs, jobs);
        var scenarios = choose(jobs).Where(scenario => scenario.Jobs.Count > 0).ToList();
        using var folder = new TraceFolder(jobs, CakeToolchain.ReadAll(outputs.Texts["cake"]).Select(t => t.Program), variables.Names);
        foreach (var scenario in scenarios)
        {
            folder.Plan(scenario);
        }

        var runs = await Task.WhenAll(
            new CakeRun(folder, outputs.Texts["cake"], variables.OfServices).RunAsync(scenarios),
            new GitLabRun(folder, folder.ForProbes(outputs.Texts["gitlab"])).RunAsync(scenarios),
            new GitHubRun(folder, folder.ForProbes(outputs.Texts["github"])).RunAsync(scenarios));
        var traces = runs.OrderByDescending(run => run.Platform, StringComparer.Ordinal).ToDictionary(run => run.Platform);
        return
        [
            .. from scenario in scenarios
               from job in scenario.Jobs
               from leaf in job.Leaves
               let traced = new TracedLeaf(job.Id, scenario.Name, TraceJob.NameOf(leaf))
               from difference in Differences.Between(traces.ToDictionary(run => run.Key, run => (JsonNode?)Object(traced, run.Value, Shared(traced, traces.Values), variables)))
               select $"{traced}: {difference}",
        ];
    }

    private static JsonObject Object(TracedLeaf leaf, Traces traces, int shared, TraceVariables variables)
    {
        var setUp = traces.Platform switch { "github" => ToolchainTable.GitHub, "gitlab" => ToolchainTable.GitLab, _ => null };
        var records = traces.Records.GetValueOrDefault(leaf) ?? [];
        var own = records.SkipWhile(record => setUp?.Line(string.Join(' ', record.Argv)) is not null);
        return new JsonObject
        {
            ["command"] = new JsonArray([.. own.Select((record, at) => record.ToJson(at < shared ? null : variables.Compared(leaf.Job, traces.Platform, record.Env)))]),
            ["verdict"] = traces.Verdicts.GetValueOrDefault(leaf, Traces.NotRun),
        };
    }

    private static int Shared(TracedLeaf leaf, IEnumerable<Traces> traces) => traces.Max(run => run.Records.GetValueOrDefault(leaf)?.Count(record => record.IsShared) ?? 0);
}
