namespace PipelineKit.Core.Model;

/// <summary>Axes over which a job is spread. Each leaf is one CI job; locally the leaves run one after another.</summary>
public sealed record Matrix
{
    /// <summary>Axes in order, each with its values in order. All values are text.</summary>
    public required IReadOnlyList<MatrixAxis> Axes { get; init; }

    /// <summary>Leaves left out; a leaf is excluded when all pairs of an entry match.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Exclude { get; init; } = [];

    /// <summary>True: the first failing leaf stops the others.</summary>
    public bool FailFast { get; init; }

    /// <summary>The one leaf that sends SARIF, coverage and pages; empty means the last value of each axis.</summary>
    public IReadOnlyDictionary<string, string> Primary { get; init; } = new Dictionary<string, string>();
}

/// <summary>One axis of a matrix.</summary>
/// <param name="Name">Name, a lower-case word.</param>
/// <param name="Values">Values in order.</param>
public sealed record MatrixAxis(string Name, IReadOnlyList<string> Values);
