using System.Collections.Immutable;

namespace PipelineKit.Licences.Spdx;

/// <summary>Several licences apply together (<c>AND</c>).</summary>
public sealed record LicenceConjunction : LicenceExpression
{
    internal LicenceConjunction(ImmutableArray<LicenceExpression> parts) => Parts = parts;

    /// <summary>Two or more parts, none of them a conjunction itself.</summary>
    public ImmutableArray<LicenceExpression> Parts { get; }

    /// <inheritdoc/>
    public bool Equals(LicenceConjunction? other) => other is not null && Parts.SequenceEqual(other.Parts);

    /// <inheritdoc/>
    public override int GetHashCode() => Parts.Aggregate(2, HashCode.Combine);

    /// <inheritdoc/>
    public override string ToString() => string.Join(" AND ", Parts.Select(part => part is LicenceChoice ? $"({part})" : part.ToString()));
}
