using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Packs;

/// <summary>A pack as a spec names it (<c>extends</c>).</summary>
/// <param name="Name">Name that its <c>pack.yml</c> must have.</param>
/// <param name="From">Where it comes from, as written.</param>
/// <param name="Version">Range of versions, or null for any.</param>
/// <param name="Span">The entry.</param>
public sealed record PackReference(Spanned<string> Name, Spanned<string> From, Spanned<string>? Version, SourceSpan Span)
{
    /// <summary>What <see cref="From"/> means.</summary>
    public PackOrigin Origin => PackOrigin.Of(From.Value);
}
