using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Stages.Recipes;

/// <summary>
/// An argument list of a data file with placeholders, expanded to literals before a template sees it. An entry is a text with <c>{name}</c>,
/// or one of the mappings below. <c>{{name}}</c> is the text <c>{name}</c>.
/// </summary>
internal sealed record ArgumentTemplate(IReadOnlyList<ArgumentPart> Parts)
{
    public static ArgumentTemplate Empty { get; } = new([]);
}

/// <summary>One entry of an <see cref="ArgumentTemplate"/>.</summary>
/// <param name="Span">Where it stands, for messages.</param>
internal abstract record ArgumentPart(SourceSpan Span);

/// <summary>A text. A placeholder that is the whole text and holds a list becomes one argument per entry; an absent one becomes none.</summary>
internal sealed record TextPart(string Text, SourceSpan Span) : ArgumentPart(Span);

/// <summary><c>{ if: condition, then: […], else: […] }</c>.</summary>
internal sealed record ConditionalPart(Requirement If, ArgumentTemplate Then, ArgumentTemplate Else, SourceSpan Span) : ArgumentPart(Span);

/// <summary><c>{ each: name, as: […] }</c>: the arguments once per entry, which is <c>{item}</c>; of a mapping the keys.</summary>
internal sealed record EachPart(string Name, ArgumentTemplate As, string? Map, SourceSpan Span) : ArgumentPart(Span);

/// <summary><c>{ join: name, by: ";", as: "--allow={item}" }</c>: one argument that holds all entries.</summary>
internal sealed record JoinPart(string Name, string By, string As, string? Map, SourceSpan Span) : ArgumentPart(Span);

/// <summary>A condition over names: <c>name</c>, <c>!name</c>, <c>name=value</c>, <c>name!=value</c>; several joined by <c>&amp;</c>.</summary>
internal sealed record Requirement(string Text, SourceSpan Span);
