using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.Shared;

/// <summary>Questions about the leaves of a matrix.</summary>
internal static class MatrixLeaves
{
    /// <summary>All leaves in order, the last axis varying fastest, without the excluded ones.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Of(Matrix matrix)
    {
        IEnumerable<Dictionary<string, string>> leaves = [new Dictionary<string, string>(StringComparer.Ordinal)];
        foreach (var axis in matrix.Axes)
        {
            leaves = leaves.SelectMany(leaf => axis.Values.Select(value => new Dictionary<string, string>(leaf) { [axis.Name] = value }));
        }

        return leaves.Where(leaf => !matrix.Exclude.Any(entry => Matches(leaf, entry)));
    }

    /// <summary>The leaf that sends what must be sent once: as given, else the last value of each axis.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Primary(Matrix matrix) =>
        [.. matrix.Axes.Select(axis => KeyValuePair.Create(axis.Name, matrix.Primary.GetValueOrDefault(axis.Name, axis.Values[^1])))];

    private static bool Matches(Dictionary<string, string> leaf, IReadOnlyDictionary<string, string> entry) =>
        entry.All(pair => leaf.TryGetValue(pair.Key, out var value) && string.Equals(value, pair.Value, StringComparison.Ordinal));
}
