using System.Collections.Immutable;

namespace PipelineKit.Licences.Spdx;

/// <summary>The licensee may choose one of several (<c>OR</c>).</summary>
public sealed record LicenceChoice : LicenceExpression
{
    internal LicenceChoice(ImmutableArray<LicenceExpression> options) => Options = options;

    /// <summary>Two or more options, none of them a choice itself.</summary>
    public ImmutableArray<LicenceExpression> Options { get; }

    /// <inheritdoc/>
    public bool Equals(LicenceChoice? other) => other is not null && Options.SequenceEqual(other.Options);

    /// <inheritdoc/>
    public override int GetHashCode() => Options.Aggregate(1, HashCode.Combine);

    /// <inheritdoc/>
    public override string ToString() => string.Join(" OR ", Options);
}
