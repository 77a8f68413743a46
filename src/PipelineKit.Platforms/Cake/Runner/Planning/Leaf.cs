using System.Globalization;

namespace PipelineKitRunner;

/// <summary>One combination of matrix values; a job without a matrix has one empty leaf.</summary>
internal sealed record Leaf(IReadOnlyList<KeyValuePair<string, string>> Values)
{
    public static Leaf None { get; } = new([]);

    /// <summary>Suffix of the reports folder: python-3.12.</summary>
    public string Id => string.Join('-', Values.Select(v => v.Key + "-" + v.Value));

    /// <summary>Shown behind the job's name: python 3.12.</summary>
    public string Text => string.Join(", ", Values.Select(v => v.Key + " " + v.Value));

    public string? Find(string axis) => Values.FirstOrDefault(v => v.Key == axis).Value;

    public bool Has(IReadOnlyDictionary<string, string> values) => values.All(v => Find(v.Key) == v.Value);

    /// <summary>All leaves in the order of the axes, without the excluded ones.</summary>
    public static IReadOnlyList<Leaf> Expand(JobData job)
    {
        IEnumerable<Leaf> leaves = [None];
        foreach (var axis in job.Matrix)
        {
            leaves = leaves.SelectMany(l => axis.Value.Select(v => new Leaf([.. l.Values, new(axis.Key, v)]))).ToList();
        }

        return [.. leaves.Where(l => !job.MatrixExclude.Any(l.Has))];
    }

    /// <summary>The leaf whose reports and artifacts later jobs use: the one named, else the last.</summary>
    public static Leaf PrimaryOf(JobData job, IReadOnlyList<Leaf> leaves) =>
        (job.Primary.Count == 0 ? null : leaves.FirstOrDefault(l => l.Has(job.Primary))) ?? leaves[^1];

    /// <summary>The axes as the CI platforms hand them to commands: PK_PYTHON.</summary>
    public IEnumerable<KeyValuePair<string, string>> Variables =>
        Values.Select(v => new KeyValuePair<string, string>("PK_" + v.Key.ToUpper(CultureInfo.InvariantCulture).Replace('-', '_'), v.Value));
}
