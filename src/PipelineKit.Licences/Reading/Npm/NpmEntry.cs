namespace PipelineKit.Licences.Reading.Npm;

/// <summary>What a lock file or <c>package.json</c> says of one package.</summary>
internal sealed class NpmEntry
{
    /// <summary>The place in the tree, e.g. <c>node_modules/a/node_modules/b</c>; empty for the project.</summary>
    public string Key { get; init; } = "";

    public string? Name { get; set; }

    public string Version { get; set; } = "";

    public int Line { get; init; }

    /// <summary>The licence names; null if nothing is said.</summary>
    public string? Licence { get; set; }

    public bool Development { get; set; }

    public bool Link { get; set; }

    /// <summary>For a link, the key of the folder it stands for.</summary>
    public string? Resolved { get; set; }

    /// <summary>Without it an install goes on.</summary>
    public bool Optional { get; set; }

    /// <summary>What it needs.</summary>
    public List<string> Dependencies { get; } = [];

    /// <summary>What it uses if it is there: optional and peer dependencies.</summary>
    public List<string> Extras { get; } = [];

    public List<string> DevelopmentDependencies { get; } = [];

    /// <summary>A folder of the project itself: the root or a workspace.</summary>
    public bool IsProject => !Key.Contains("node_modules/", StringComparison.Ordinal);

    /// <summary>The name by which others ask for the package.</summary>
    public string PlaceName
    {
        get
        {
            var at = Key.LastIndexOf("node_modules/", StringComparison.Ordinal);
            return at < 0 ? Key : Key[(at + "node_modules/".Length)..];
        }
    }
}
