using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Spec;

/// <summary>A stage of a project as written in the spec. Null and empty mean: not said.</summary>
public sealed record SpecStage
{
    /// <summary>Stage id (never an alias).</summary>
    public required Spanned<string> Id { get; init; }

    /// <summary>Tools.</summary>
    public IReadOnlyList<Spanned<string>>? Tools { get; init; }

    /// <summary>Weakest severity that fails the job.</summary>
    public Spanned<string>? FailOn { get; init; }

    /// <summary>Failure allowed.</summary>
    public bool? AllowFailure { get; init; }

    /// <summary>Time limit.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Literal environment.</summary>
    public IReadOnlyDictionary<string, Spanned<string>> Env { get; init; } = new Dictionary<string, Spanned<string>>();

    /// <summary>Names of secrets passed as environment variables of the same name.</summary>
    public IReadOnlyList<Spanned<string>> Secrets { get; init; } = [];

    /// <summary>Stages, <c>STAGE/JOB</c> or <c>gate</c> that must have passed before.</summary>
    public IReadOnlyList<Spanned<string>> Needs { get; init; } = [];

    /// <summary>Condition, or null; branches may hold <c>default</c> and <c>also</c>, paths are relative to the project.</summary>
    public Condition? When { get; init; }

    /// <summary>Operating system class.</summary>
    public Spanned<string>? Runner { get; init; }

    /// <summary>Container image.</summary>
    public Spanned<string>? Image { get; init; }

    /// <summary>The stage's own inputs: checked, typed, with defaults filled. Empty for an inline stage.</summary>
    public IReadOnlyDictionary<string, object?> Inputs { get; init; } = new Dictionary<string, object?>();

    /// <summary>Options of the project's stack that the stage gives for itself (<c>docs: { requirements: […] }</c>); they win over the project's.</summary>
    public IReadOnlyDictionary<string, object?> Options { get; init; } = new Dictionary<string, object?>();

    /// <summary>Commands that run before those of its tools, after the install; argument lists.</summary>
    public IReadOnlyList<IReadOnlyList<Spanned<string>>> Before { get; init; } = [];

    /// <summary>All its keys as read, a project's over those of the top level, for messages; null for a stage that nobody listed.</summary>
    public SourceMap? Source { get; init; }

    /// <summary>True when the project itself lists it, false when it stands at the top level or comes by default.</summary>
    public bool OfProject { get; init; }

    /// <summary>An inline stage of one's own, or null for a stage of the library.</summary>
    public SpecInlineStage? Inline { get; init; }
}

/// <summary>What an inline stage says besides the common keys.</summary>
public sealed record SpecInlineStage
{
    /// <summary>Title, or null for the id.</summary>
    public string? Title { get; init; }

    /// <summary>Phase; test when not said.</summary>
    public Phase Phase { get; init; } = Phase.Test;

    /// <summary>Argument lists.</summary>
    public required IReadOnlyList<IReadOnlyList<Spanned<string>>> Run { get; init; }

    /// <summary>True: the stack's install runs first.</summary>
    public bool Install { get; init; }

    /// <summary>Reports (kind and path relative to the project).</summary>
    public IReadOnlyList<Report> Reports { get; init; } = [];

    /// <summary>Artifacts (paths relative to the project).</summary>
    public IReadOnlyList<Artifact> Artifacts { get; init; } = [];
}
