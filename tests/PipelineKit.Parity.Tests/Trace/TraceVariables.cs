using System.Text.Json.Nodes;
using PipelineKit.Parity.Tests.Comparison;

namespace PipelineKit.Parity.Tests.Trace;

/// <summary>The variables that jobs declare. What each platform must spell differently, the address of a service, is compared by its meaning.</summary>
internal sealed class TraceVariables
{
    // By job and platform: what the platform's file says, settled with the others, and the text that stands in it.
    private readonly Dictionary<(string Job, string Platform), (JsonObject Env, Dictionary<string, string> Texts)> _declared = [];
    private readonly Dictionary<string, HashSet<string>> _names;

    public TraceVariables(Outputs outputs, IReadOnlyList<TraceJob> jobs)
    {
        var read = outputs.Read();
        _names = jobs.ToDictionary(job => job.Id, job => job.Secrets.Select(s => s.Key).ToHashSet(StringComparer.Ordinal));
        foreach (var job in jobs)
        {
            var parts = read.Where(p => p.Jobs.ContainsKey(job.Id)).ToDictionary(p => p.Platform, p => p.Jobs[job.Id]);
            foreach (var (platform, settled) in Agreement.Settle(parts))
            {
                var env = settled["env"]?.AsObject() ?? [];
                _names[job.Id].UnionWith(env.Select(e => e.Key));
                _declared[(job.Id, platform)] = (env, parts[platform].Readings.ToDictionary(r => r.Key, r => r.Value[^1].ToString()));
            }
        }
    }

    public IEnumerable<string> Names => _names.Values.SelectMany(names => names).Distinct(StringComparer.Ordinal);

    /// <summary>Cake takes a service from the environment when every variable that tells its address is set.</summary>
    public IEnumerable<KeyValuePair<string, string>> OfServices =>
        _declared.Where(d => d.Key.Platform == "cake").SelectMany(d => d.Value.Env).Where(e => IsOfService(e.Value)).DistinctBy(e => e.Key).Select(e => KeyValuePair.Create(e.Key, Address(e.Value!)));

    /// <summary>The variables of a job as a program saw them.</summary>
    public JsonObject Compared(string job, string platform, IReadOnlyDictionary<string, string> seen) => new(
        from name in _names[job].Order(StringComparer.Ordinal)
        where seen.ContainsKey(name)
        select KeyValuePair.Create(name, Meaning(job, platform == ProgramRun.Platform ? "cake" : platform, name, seen[name])));

    private JsonNode? Meaning(string job, string platform, string name, string text)
    {
        var (env, texts) = _declared[(job, platform)];
        return IsOfService(env[name]) && text == (platform == "cake" ? Address(env[name]!) : texts[name]) ? env[name]!.DeepClone() : text;
    }

    private static bool IsOfService(JsonNode? value) => value is JsonObject typed && typed.ContainsKey("service");

    private static string Address(JsonNode value) => $"{value["get"]} of {value["service"]}";
}
