namespace PipelineKit.Licences.Reading.Python;

/// <summary>A distribution as a Python lock file names it.</summary>
/// <param name="Name">Its name as the file spells it.</param>
/// <param name="Version">Its version; empty if the file names none.</param>
/// <param name="Line">The line that names it.</param>
internal sealed record LockedDistribution(string Name, string Version, int Line)
{
    /// <summary>The project itself or a member of its workspace.</summary>
    public bool IsProject { get; init; }

    /// <summary>The file says that only development needs it; null where the dependencies must tell.</summary>
    public bool? Development { get; init; }

    /// <summary>What it needs.</summary>
    public IReadOnlyList<PythonWish> Dependencies { get; init; } = [];

    /// <summary>What only its development needs.</summary>
    public IReadOnlyList<PythonWish> DevelopmentDependencies { get; init; } = [];
}
