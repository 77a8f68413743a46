using PipelineKit.Core.Model;

namespace PipelineKit.Execution.Planning;

/// <summary>One combination of matrix values; a job without a matrix has one empty leaf.</summary>
/// <param name="Values">Values by axis, in the order of the axes.</param>
public sealed record Leaf(IReadOnlyList<KeyValuePair<string, string>> Values)
{
    /// <summary>The leaf of a job without a matrix.</summary>
    public static Leaf None { get; } = new([]);

    /// <summary>Suffix of the reports folder: <c>python-3.12</c>.</summary>
    public string Id => string.Join('-', Values.Select(v => v.Key + "-" + v.Value));

    /// <summary>Shown behind the job's name: <c>python 3.12</c>.</summary>
    public string Text => string.Join(", ", Values.Select(v => v.Key + " " + v.Value));

    /// <summary>The axes as the CI platforms hand them to commands: <c>PK_PYTHON</c>.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Variables =>
        Values.Select(v => KeyValuePair.Create("PK_" + v.Key.ToUpperInvariant().Replace('-', '_'), v.Value));

    /// <summary>All leaves in the order of the axes, without the excluded ones.</summary>
    internal static IReadOnlyList<Leaf> Expand(Matrix? matrix)
    {
        if (matrix is null)
        {
            return [None];
        }

        List<Leaf> leaves = [None];
        foreach (var axis in matrix.Axes)
        {
            leaves = [.. leaves.SelectMany(l => axis.Values.Select(v => new Leaf([.. l.Values, new(axis.Name, v)])))];
        }

        return leaves.FindAll(l => !matrix.Exclude.Any(l.Has));
    }

    /// <summary>The leaf whose reports and artifacts later jobs use: the one named, else the last.</summary>
    internal static Leaf PrimaryOf(Matrix? matrix, IReadOnlyList<Leaf> leaves) =>
        (matrix is { Primary.Count: > 0 } ? leaves.FirstOrDefault(l => l.Has(matrix.Primary)) : null) ?? leaves[^1];

    /// <summary>The value of an axis, or null.</summary>
    internal string? Find(string axis) => Values.FirstOrDefault(v => v.Key == axis).Value;

    private bool Has(IReadOnlyDictionary<string, string> values) => values.All(v => Find(v.Key) == v.Value);
}
