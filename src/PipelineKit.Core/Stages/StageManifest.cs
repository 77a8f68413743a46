using PipelineKit.Core.Model;

namespace PipelineKit.Core.Stages;

/// <summary>What <c>stage.yml</c> of a stage folder says.</summary>
public sealed record StageManifest
{
    /// <summary>Id, equal to the folder's name.</summary>
    public required string Id { get; init; }

    /// <summary>Title for people.</summary>
    public required string Title { get; init; }

    /// <summary>One or two sentences.</summary>
    public required string Summary { get; init; }

    /// <summary>Usual phase of its jobs.</summary>
    public required Phase Phase { get; init; }

    /// <summary>Time limit of its jobs where the shared layout writes them, for example <c>10m</c>; null for the default.</summary>
    public string? Timeout { get; init; }

    /// <summary>Other spellings accepted in a spec.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>True for a stage that runs once for the whole repository.</summary>
    public bool RepositoryScope { get; init; }

    /// <summary>True for a stage that is spread over the versions of the stack; others run on the last version only.</summary>
    public bool SpreadsOverVersions { get; init; }

    /// <summary>True for a stage whose findings are weaknesses: a platform's security pages show its reports.</summary>
    public bool IsSecurity { get; init; }

    /// <summary>Stacks that have a layout or default tools; empty means any.</summary>
    public IReadOnlyList<string> Stacks { get; init; } = [];

    /// <summary>Its own inputs.</summary>
    public IReadOnlyList<InputDefinition> Inputs { get; init; } = [];

    /// <summary>Tools used when the spec names none, by stack id (<c>any</c> for all); <c>STACK/MANAGER</c> wins.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> DefaultTools { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Files whose presence makes <c>init</c> list the stage, by stack id (<c>any</c> for all); globs of one folder level.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Markers { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}
