using System.Text.Json.Nodes;
using PipelineKit.Parity.Tests.Digest;
using PipelineKit.Parity.Tests.Reading;

namespace PipelineKit.Parity.Tests.Comparison;

/// <summary>Compares what the readers found, job by job; the comments come last.</summary>
internal static class Proof
{
    /// <summary>Everything that contradicts parity; empty when it holds.</summary>
    /// <param name="outputs">The texts by platform.</param>
    public static IReadOnlyList<string> Problems(Outputs outputs)
    {
        var pipelines = outputs.Read();
        var comments = outputs.Texts.ToDictionary(text => text.Key, text => Comments.Of(text.Value));
        var problems = new List<string>();
        foreach (var id in pipelines.SelectMany(p => p.Jobs.Keys).Distinct(StringComparer.Ordinal))
        {
            var without = pipelines.Where(p => !p.Jobs.ContainsKey(id)).Select(p => p.Platform).ToList();
            var unsaid = without.Where(platform => !outputs.LeftOut[platform].Contains(id)).ToList();
            if (unsaid.Count > 0)
            {
                problems.Add($"{id}: no such job on {string.Join(", ", unsaid)}");
                continue;
            }

            // A patch that gives up parity says so in the file; what it does is then its own.
            var kept = pipelines.Where(p => p.Jobs.ContainsKey(id) && !comments[p.Platform].GetValueOrDefault(id, "").StartsWith(Comments.Broken, StringComparison.Ordinal));
            var parts = Agreement.Settle(kept.ToDictionary(p => p.Platform, p => p.Jobs[id]));
            problems.AddRange(WrongComments(id, parts, comments));
            ReportMakers.TakeOut(parts);
            problems.AddRange(Differences.Between(parts.ToDictionary(p => p.Key, p => (JsonNode?)p.Value)).Select(difference => $"{id}: {difference}"));
        }

        return problems;
    }

    private static IEnumerable<string> WrongComments(
        string id, Dictionary<string, JsonObject> parts, Dictionary<string, IReadOnlyDictionary<string, string>> comments) =>
        from part in parts
        let digest = JobDigest.Shown(part.Value)
        let comment = comments[part.Key].GetValueOrDefault(id, "nothing")
        where comment != digest
        select $"{id}: parity {digest} was read on {part.Key}, its comment says {comment}: {CanonicalText.Of(part.Value)}";
}
