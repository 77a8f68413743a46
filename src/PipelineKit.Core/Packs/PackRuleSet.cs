using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Packs;

/// <summary>The <c>rules</c> of a pack. A spec may be stricter, never weaker.</summary>
public sealed record PackRuleSet
{
    /// <summary>Stages that every project has whose stack they serve.</summary>
    public IReadOnlyList<Spanned<string>> Required { get; init; } = [];

    /// <summary>Least value of a stage's <c>minimum</c>.</summary>
    public IReadOnlyDictionary<string, Spanned<double>> Minimum { get; init; } = new Dictionary<string, Spanned<double>>();

    /// <summary>Weakest severity that may pass, by stage.</summary>
    public IReadOnlyDictionary<string, Spanned<string>> FailOn { get; init; } = new Dictionary<string, Spanned<string>>();

    /// <summary>The only licences that a spec may allow; null for no rule.</summary>
    public Spanned<IReadOnlyList<string>>? Allow { get; init; }

    /// <summary>Tools that no stage may run.</summary>
    public IReadOnlyList<Spanned<string>> Forbidden { get; init; } = [];

    /// <summary>Inputs that a spec may not set, by stage.</summary>
    public IReadOnlyDictionary<string, Spanned<IReadOnlyList<string>>> Locked { get; init; } = new Dictionary<string, Spanned<IReadOnlyList<string>>>();

    /// <summary>Stages that at least one rule names.</summary>
    public IReadOnlyCollection<string> Stages { get; init; } = [];
}

/// <summary>An exception from a rule, with its end.</summary>
/// <param name="Rule">Key of the rule.</param>
/// <param name="Subject">Stage, or tool for <c>forbidden</c>; null for every one.</param>
/// <param name="Repositories">Names of specs, with <c>*</c> for any text.</param>
/// <param name="Reason">Why.</param>
/// <param name="Until">Last day on which it holds.</param>
/// <param name="Span">Where it stands.</param>
public sealed record PackWaiver(string Rule, string? Subject, IReadOnlyList<string> Repositories, string Reason, DateOnly Until, SourceSpan Span);
