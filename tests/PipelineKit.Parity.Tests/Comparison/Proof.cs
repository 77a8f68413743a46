using System.Text.Json.Nodes;
using PipelineKit.Parity.Tests.Digest;
using PipelineKit.Parity.Tests.Reading;

namespace PipelineKit.Parity.Tests.Comparison;

/// <summary>Compares what the readers found, job by job; what the program says of them comes last.</summary>
internal static class Proof
{
    /// <summary>Everything that contradicts parity; empty when it holds.</summary>
    /// <param name="outputs">The texts by platform.</param>
    public static IReadOnlyList<string> Problems(Outputs outputs)
    {
        var pipelines = outputs.Read();
        var broken = outputs.Texts.ToDictionary(text => text.Key, text => Comments.Broken(text.Value));
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
            var kept = pipelines.Where(p => p.Jobs.ContainsKey(id) && !broken[p.Platform].ContainsKey(id));
            var parts = Agreement.Settle(kept.ToDictionary(p => p.Platform, p => p.Jobs[id]));
            problems.AddRange(Contradicted(id, parts, outputs.Stated));
            ReportMakers.TakeOut(parts);
            problems.AddRange(Differences.Between(parts.ToDictionary(p => p.Key, p => (JsonNode?)p.Value)).Select(difference => $"{id}: {difference}"));
        }

        return problems;
    }

    private static IEnumerable<string> Contradicted(string id, Dictionary<string, JsonObject> parts, Stated stated) =>
        from part in parts
        let digest = JobDigest.Shown(part.Value)
        let said = stated.For(id, part.Key)
        where said != digest
        select $"{id}: parity {digest} was read on {part.Key}, the lock file says {said}: {CanonicalText.Of(part.Value)}";
}
