using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Spec;

/// <summary>A project of the spec.</summary>
public sealed record SpecProject
{
    /// <summary>Suffix of its jobs' ids; null for a single project.</summary>
    public Spanned<string>? Name { get; init; }

    /// <summary>Folder relative to the repository root, normalised, <c>.</c> for the root.</summary>
    public required Spanned<string> Path { get; init; }

    /// <summary>Stack id.</summary>
    public required Spanned<string> Stack { get; init; }

    /// <summary>
    /// Options of the stack, checked against <c>templates/stacks/STACK/stack.yml</c> and filled with defaults: string, long, double, bool,
    /// list of object or ordered dictionary.
    /// </summary>
    public IReadOnlyDictionary<string, object?> Options { get; init; } = new Dictionary<string, object?>();

    /// <summary>Where the options stand, for messages.</summary>
    public SourceMap? OptionsSource { get; init; }

    /// <summary>The project's own entry in <c>projects</c>, for messages; null for a spec with <c>stack</c> only.</summary>
    public SourceMap? Source { get; init; }

    /// <summary>Stages in order.</summary>
    public required IReadOnlyList<SpecStage> Stages { get; init; }
}
