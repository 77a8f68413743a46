using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Packs;
using PipelineKit.Core.Spec.Text;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Spec;

/// <summary>A spec as written, with positions; projects are already merged over the top level, aliases of stages are replaced by ids.</summary>
public sealed record SpecDocument
{
    /// <summary>File, relative to the repository root.</summary>
    public required string File { get; init; }

    /// <summary>Name; the folder's name when the spec gives none.</summary>
    public required Spanned<string> Name { get; init; }

    /// <summary>Versions of PipelineKit that may generate (<c>&gt;=0.1</c>), or null.</summary>
    public Spanned<string>? Requires { get; init; }

    /// <summary>Target platforms in order.</summary>
    public required IReadOnlyList<Spanned<string>> Targets { get; init; }

    /// <summary>Output paths by target.</summary>
    public IReadOnlyDictionary<string, Spanned<string>> Outputs { get; init; } = new Dictionary<string, Spanned<string>>();

    /// <summary>Projects; a spec with <c>stack:</c> has one, with path <c>.</c>.</summary>
    public required IReadOnlyList<SpecProject> Projects { get; init; }

    /// <summary>Default branch.</summary>
    public string DefaultBranch { get; init; } = "main";

    /// <summary>The flow as written, or null: then <see cref="AlsoBranches"/> alone says it.</summary>
    public Spanned<BranchFlow>? Flow { get; init; }

    /// <summary>Further branches (globs): those of the flow, then those that are listed.</summary>
    public IReadOnlyList<Spanned<string>> AlsoBranches { get; init; } = [];

    /// <summary>Cron expression, or null.</summary>
    public Spanned<string>? Schedule { get; init; }

    /// <summary>Runner overrides by operating system class.</summary>
    public IReadOnlyDictionary<string, SpecRunner> Runners { get; init; } = new Dictionary<string, SpecRunner>();

    /// <summary>Prefix of images, or null.</summary>
    public Spanned<string>? ImagesPrefix { get; init; }

    /// <summary>Folder of the reports in each project, or null where the spec names none.</summary>
    public Spanned<string>? Reports { get; init; }

    /// <summary>Folder of the reports in each project, relative to the project, without a final slash.</summary>
    public string ReportsFolder => Reports is { } folder ? RepositoryPaths.Normalise(folder.Value) : "reports";

    /// <summary>Images shall have digests (<c>pins: { digests: true }</c>).</summary>
    public bool Digests { get; init; }

    /// <summary>Pins by id: versions of tools, commits of actions, tags and digests of images.</summary>
    public IReadOnlyDictionary<string, Spanned<string>> Pins { get; init; } = new Dictionary<string, Spanned<string>>();

    /// <summary>The bot whose configuration is written once, or null.</summary>
    public UpdateBot? Updates { get; init; }

    /// <summary>When SARIF goes to code scanning.</summary>
    public CodeScanning CodeScanning { get; init; }

    /// <summary>GitLab features of paid tiers allowed (<c>gitlab: { paid-tier: true }</c>).</summary>
    public bool GitLabPaidTier { get; init; }

    /// <summary>Where PipelineKit itself comes from, or null.</summary>
    public ToolSource? PipelineKit { get; init; }

    /// <summary>Patches in order.</summary>
    public IReadOnlyList<SpecPatch> Patches { get; init; } = [];

    /// <summary>Packs in order; a later one wins.</summary>
    public IReadOnlyList<PackReference> Extends { get; init; } = [];

    /// <summary>The whole file as read, over the defaults of its packs, for messages; null when the spec was not read from a file.</summary>
    public SourceMap? Source { get; init; }
}

/// <summary>Runner labels and tags for an operating system class.</summary>
/// <param name="GitHub">Labels for <c>runs-on</c>, empty when not given.</param>
/// <param name="GitLab">Tags, empty when not given.</param>
/// <param name="Forgejo">Labels of a forge that reads GitHub's workflows, empty when not given.</param>
public sealed record SpecRunner(IReadOnlyList<string> GitHub, IReadOnlyList<string> GitLab, IReadOnlyList<string> Forgejo);

/// <summary>A change of an emitted YAML tree.</summary>
public sealed record SpecPatch
{
    /// <summary>Target platform.</summary>
    public required string Target { get; init; }

    /// <summary><c>add</c>, <c>replace</c> or <c>remove</c>.</summary>
    public required string Op { get; init; }

    /// <summary>JSON Pointer (RFC 6901); a list member also as <c>[name=…]</c>.</summary>
    public required Spanned<string> Path { get; init; }

    /// <summary>New value; null for remove.</summary>
    public SourceNode? Value { get; init; }

    /// <summary>True when <c>parity: broken</c> was written.</summary>
    public bool BreaksParity { get; init; }

    /// <summary>Why parity is broken.</summary>
    public string? Reason { get; init; }
}
