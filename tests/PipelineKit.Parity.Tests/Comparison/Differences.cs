using System.Text.Json.Nodes;
using PipelineKit.Parity.Tests.Digest;

namespace PipelineKit.Parity.Tests.Comparison;

/// <summary>Where the objects of a job differ, and what each platform has there.</summary>
internal static class Differences
{
    /// <summary>For example <c>run[0].argv[4]: "--a=75" on github, gitlab; "--a=80" on cake</c>.</summary>
    public static IEnumerable<string> Between(IReadOnlyDictionary<string, JsonNode?> nodes) => Between("", nodes);

    private static IEnumerable<string> Between(string path, IReadOnlyDictionary<string, JsonNode?> nodes)
    {
        if (nodes.Values.Select(Text).Distinct(StringComparer.Ordinal).Count() <= 1)
        {
            return [];
        }

        if (nodes.Values.All(node => node is JsonObject))
        {
            var keys = nodes.Values.SelectMany(node => node!.AsObject().Select(entry => entry.Key)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
            return keys.SelectMany(key => Between(path.Length == 0 ? key : $"{path}.{key}", nodes.ToDictionary(n => n.Key, n => n.Value![key])));
        }

        if (nodes.Values.All(node => node is JsonArray))
        {
            var counts = nodes.Values.Select(node => node!.AsArray().Count).Distinct().ToList();
            return counts.Count > 1
                ? Missing(path, nodes)
                : Enumerable.Range(0, counts[0]).SelectMany(at => Between($"{path}[{at}]", nodes.ToDictionary(n => n.Key, n => n.Value![at])));
        }

        var sides = nodes.GroupBy(node => Text(node.Value), node => node.Key, StringComparer.Ordinal).Select(side => $"{side.Key} on {string.Join(", ", side)}");
        return [$"{path}: {string.Join("; ", sides)}"];
    }

    // Lists of different lengths: which items are not everywhere.
    private static IEnumerable<string> Missing(string path, IReadOnlyDictionary<string, JsonNode?> nodes)
    {
        var counts = nodes.ToDictionary(n => n.Key, n => n.Value!.AsArray().Select(Text).CountBy(text => text).ToDictionary());
        foreach (var item in counts.Values.SelectMany(count => count.Keys).Distinct(StringComparer.Ordinal))
        {
            var most = counts.Values.Max(count => count.GetValueOrDefault(item));
            var without = counts.Where(count => count.Value.GetValueOrDefault(item) < most).Select(count => count.Key).ToList();
            if (without.Count > 0)
            {
                yield return $"{path}: {item} on {string.Join(", ", nodes.Keys.Except(without))}; not on {string.Join(", ", without)}";
            }
        }
    }

    private static string Text(JsonNode? node) => node is null ? "nothing" : CanonicalText.Of(node);
}
