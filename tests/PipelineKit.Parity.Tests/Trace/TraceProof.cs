using System.Text.Json.Nodes;
using PipelineKit.Parity.Tests.Comparison;
using PipelineKit.Parity.Tests.Reading;
using PipelineKit.Parity.Tests.Tables;

namespace PipelineKit.Parity.Tests.Trace;

/// <summary>Runs the jobs of all outputs with probes for programs and compares what was started, and how each job ended.</summary>
internal sealed class TraceProof : IDisposable
{
    private readonly Outputs _outputs;
    private readonly Dictionary<string, HashSet<string>> _makers;
    private readonly TraceVariables _variables;
    private readonly TraceFolder _folder;
    private readonly IReadOnlyList<Scenario> _scenarios;

    /// <param name="outputs">Texts of the platforms, Cake among them.</param>
    /// <param name="choose">Scenarios for jobs.</param>
    public TraceProof(Outputs outputs, Func<IReadOnlyList<TraceJob>, IReadOnlyList<Scenario>> choose)
    {
        var jobs = TraceJob.ReadAll(outputs.Texts["cake"]);
        _outputs = outputs;
        var pipelines = outputs.Read();
        _makers = jobs.ToDictionary(job => job.Id, job => ReportMakers.Of(job.Id, pipelines), StringComparer.Ordinal);
        _variables = new TraceVariables(outputs, jobs);
        _scenarios = [.. choose(jobs).Where(scenario => scenario.Jobs.Count > 0)];
        _folder = new TraceFolder(jobs, CakeToolchain.ReadAll(outputs.Texts["cake"]).Select(t => t.Program), _variables.Names);
        foreach (var scenario in _scenarios)
        {
            _folder.Plan(scenario);
        }
    }

    /// <summary>What the platforms do, all at the same time.</summary>
    public async Task<IReadOnlyDictionary<string, Traces>> RunAsync()
    {
        var runs = await Task.WhenAll([.. _outputs.Texts.Keys.Select(platform => RunAsync(platform, _outputs.Texts[platform])), .. RunByTheProgram()]);
        return runs.ToDictionary(run => run.Platform);
    }

    /// <summary>What one platform does with a text.</summary>
    public Task<Traces> RunAsync(string platform, string text)
    {
        File.Delete(_folder.TraceFile(platform));
        return platform switch
        {
            "github" or "forgejo" => new GitHubRun(_folder, text, platform).RunAsync(_scenarios),
            "gitlab" => new GitLabRun(_folder, text).RunAsync(_scenarios),
            "cake" => new CakeRun(_folder, text, _variables.OfServices).RunAsync(_scenarios),
            _ => throw new UnreadableException($"no platform: {platform}"),
        };
    }

    // Where there is a spec, the program runs it itself.
    private IEnumerable<Task<Traces>> RunByTheProgram() => ProgramRun.SpecFolderOf(_outputs.Name) is { } spec
        ? [new ProgramRun(_folder, spec, CakeToolchain.ReadAll(_outputs.Texts["cake"]), _variables.OfServices).RunAsync(_scenarios)]
        : [];

    /// <summary>Everything in which platforms differ, with the job, the scenario and the place; empty when they do the same.</summary>
    public IReadOnlyList<string> Problems(IReadOnlyDictionary<string, Traces> traces)
    {
        var problems = new List<string>();
        foreach (var (scenario, job, values) in from scenario in _scenarios from job in scenario.Jobs from leaf in job.Leaves select (scenario, job, leaf))
        {
            var traced = new TracedLeaf(job.Id, scenario.Name, TraceJob.NameOf(values));
            var shared = traces.Values.Max(run => run.Records.GetValueOrDefault(traced)?.Count(record => record.IsShared) ?? 0);
            var objects = traces.ToDictionary(run => run.Key, run => (JsonNode?)Object(traced, run.Value, shared));
            problems.AddRange(Differences.Between(objects).Select(difference => $"{traced}: {difference}"));

            // Platforms that start nothing would do the same as well.
            var all = job.Install.Concat(job.Run).Count(command => command.Argv is not null);
            if (scenario.Failing.Count == 0)
            {
                problems.AddRange(objects.Where(o => o.Value!["program"]!.AsArray().Count < all || o.Value["verdict"]!.GetValue<string>() != Traces.Passed)
                    .Select(o => $"{traced}: {o.Value!["program"]!.AsArray().Count} of {all} commands ran on {o.Key}, verdict {o.Value["verdict"]}"));
            }
        }

        return problems;
    }

    public void Dispose() => _folder.Dispose();

    private JsonObject Object(TracedLeaf leaf, Traces traces, int shared)
    {
        var setUp = traces.Platform switch { "github" => ToolchainTable.GitHub, "gitlab" => ToolchainTable.GitLab, "forgejo" => ToolchainTable.Forgejo, _ => null };
        var records = traces.Records.GetValueOrDefault(leaf) ?? [];
        var own = records.SkipWhile(record => setUp?.Line(string.Join(' ', record.Argv)) is not null)
            .Where(record => !_makers[leaf.Job].Contains(TraceRecord.Escape(record.Argv)));
        return new JsonObject
        {
            ["program"] = new JsonArray([.. own.Select((record, at) => record.ToJson(at < shared ? null : _variables.Compared(leaf.Job, traces.Platform, record.Env)))]),
            ["verdict"] = traces.Verdicts.GetValueOrDefault(leaf, Traces.NotRun),
        };
    }
}
