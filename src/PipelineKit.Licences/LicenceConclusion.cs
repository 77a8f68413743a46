using System.Collections.Immutable;
using PipelineKit.Licences.Spdx;

namespace PipelineKit.Licences;

/// <summary>The expression that was concluded for a package, with every step that led to it.</summary>
/// <param name="Expression">The expression; null if nothing says anything about a licence.</param>
/// <param name="Evidence">The steps in the order in which they were taken.</param>
public sealed record LicenceConclusion(LicenceExpression? Expression, ImmutableArray<LicenceEvidence> Evidence)
{
    /// <summary>The expression as text; <c>NOASSERTION</c> if there is none.</summary>
    public string Text => Expression?.ToString() ?? "NOASSERTION";
}
