using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages.Catalog;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Packs;

/// <summary>A pack that is at hand: its <c>pack.yml</c>, read, and its files.</summary>
public sealed record Pack
{
    /// <summary>Name.</summary>
    public required Spanned<string> Name { get; init; }

    /// <summary>Exact version.</summary>
    public required Spanned<string> Version { get; init; }

    /// <summary>One sentence for people, or null.</summary>
    public string? Summary { get; init; }

    /// <summary>Versions of PipelineKit that it works with, or null for all.</summary>
    public Spanned<string>? PipelineKit { get; init; }

    /// <summary>Keys of a spec that hold where the spec does not say otherwise; without stages.</summary>
    public SourceMap? Defaults { get; init; }

    /// <summary>Keys of stages that hold where the spec does not say otherwise, by <c>STAGE</c> or <c>STAGE/STACK</c>.</summary>
    public IReadOnlyDictionary<string, SourceMap> StageDefaults { get; init; } = new Dictionary<string, SourceMap>();

    /// <summary>Versions of tools by id; they win over the pack's own <c>templates/pins</c>.</summary>
    public IReadOnlyDictionary<string, string> Pins { get; init; } = new Dictionary<string, string>();

    /// <summary>What no repository can weaken.</summary>
    public PackRuleSet Rules { get; init; } = new();

    /// <summary>Exceptions from rules.</summary>
    public IReadOnlyList<PackWaiver> Waivers { get; init; } = [];

    /// <summary>How messages call its <c>pack.yml</c>.</summary>
    public required string File { get; init; }

    /// <summary>Its files, hashed.</summary>
    public required PackContent Content { get; init; }

    /// <summary>Its templates.</summary>
    public required TemplateLayer Layer { get; init; }

    /// <summary>Name and version.</summary>
    public string Label => $"{Name.Value} {Version.Value}";
}
