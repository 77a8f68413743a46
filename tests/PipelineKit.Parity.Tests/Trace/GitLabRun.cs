using System.Text.Json;
using System.Text.Json.Nodes;
using PipelineKit.Parity.Tests.Reading;
using YamlDotNet.RepresentationModel;

namespace PipelineKit.Parity.Tests.Trace;

/// <summary>Runs the jobs of a GitLab pipeline by gitlab-ci-local's shell executor: all scenarios in one process (<c>gitlab.mjs</c>).</summary>
internal sealed class GitLabRun(TraceFolder folder, string text)
{
    public async Task<Traces> RunAsync(IReadOnlyList<Scenario> scenarios)
    {
        var root = folder.Fresh("gitlab");
        folder.Write("gitlab/.gitlab-ci.yml", folder.ForProbes(text));
        foreach (var (job, report) in Reports())
        {
            await File.AppendAllTextAsync(Path.Combine(folder.Root, "plan/artifacts", job), report + "\n", TestContext.Current.CancellationToken);
        }

        var wanted = new JsonObject(scenarios.Select(s => KeyValuePair.Create<string, JsonNode?>(s.Name, new JsonArray([.. s.Jobs.Select(job => (JsonNode)job.Id)]))));
        var verdicts = Path.Combine(folder.Root, "gitlab.verdicts");
        var (code, output) = await folder.StartAsync(
            "gitlab",
            ["node", Path.Combine(Places.Tests, "Trace", "gitlab.mjs"), root, verdicts, .. folder.Secrets.Select(s => $"{s.Key}={s.Value}")],
            folder.Root,
            [new("HOME", folder.Root)],
            wanted.ToJsonString());
        code.ShouldBe(0, output);
        var traces = new Traces("gitlab");
        foreach (var (key, _, record) in TraceRecord.ReadAll(folder.TraceFile("gitlab")))
        {
            var (id, scenario) = (key.Split('@')[0], key.Split('@')[1]);
            traces.Add(new TracedLeaf(id, scenario, LeafOf(Find(scenarios, scenario, id), record)), record);
        }

        foreach (var verdict in JsonNode.Parse(await File.ReadAllTextAsync(verdicts))!.AsObject())
        {
            var name = verdict.Key.Split(": ", 2);
            var (id, scenario) = (name[0].Split('@')[0], name[0].Split('@')[1]);
            var leaf = name.Length == 1 ? "" : Find(scenarios, scenario, id).Leaves.Single(l => $"[{string.Join(", ", l.Values)}]" == name[1]) is var values ? TraceJob.NameOf(values) : "";
            traces.Verdicts[new TracedLeaf(id, scenario, leaf)] = verdict.Value!.GetValue<string>();
        }

        return traces;
    }

    /// <summary>The leaf that the variables of the matrix name.</summary>
    public static string LeafOf(TraceJob job, TraceRecord record) => TraceJob.NameOf(
        job.Leaves.Single(leaf => leaf.All(value => record.Env.GetValueOrDefault(TraceJob.VariableOf(value.Key)) == value.Value)));

    // Reports that only GitLab reads: no other platform looks for them, and here the job fails without them.
    private IEnumerable<(string Job, string Path)> Reports() =>
        from job in YamlText.Load(text).Children
        where File.Exists(Path.Combine(folder.Root, "plan/artifacts", ((YamlScalarNode)job.Key).Value!)) && job.Value is YamlMappingNode
        from path in job.Value.Get("artifacts").Get("reports").Get("codequality").Texts()
        where !job.Value.Get("script").Texts().Any(line => line.EndsWith("> " + path, StringComparison.Ordinal)) // the shell makes it
        select (((YamlScalarNode)job.Key).Value!, path);

    private static TraceJob Find(IReadOnlyList<Scenario> scenarios, string scenario, string id) => scenarios.Single(s => s.Name == scenario).Jobs.Single(job => job.Id == id);
}
