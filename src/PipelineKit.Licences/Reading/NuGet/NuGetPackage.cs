namespace PipelineKit.Licences.Reading.NuGet;

/// <summary>One resolved package of a project.</summary>
internal sealed class NuGetPackage(string name, string version)
{
    public string Name { get; } = name;

    public string Version { get; } = version;

    /// <summary>A project of the same repository, not a package.</summary>
    public bool IsProject { get; set; }

    public HashSet<string> Dependencies { get; } = new(StringComparer.OrdinalIgnoreCase);
}
