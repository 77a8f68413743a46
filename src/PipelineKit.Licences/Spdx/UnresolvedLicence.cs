using System.Collections.Immutable;
using System.Text;

namespace PipelineKit.Licences.Spdx;

/// <summary>
/// A name that is no identifier of the list: either one of several licences, without saying which ("BSD"), or unknown.
/// It prints as a <c>LicenseRef-</c>, so that the whole stays a valid expression.
/// </summary>
public sealed record UnresolvedLicence : LicenceExpression
{
    private const int MaximumLength = 64;

    /// <summary>Makes an unresolved name.</summary>
    /// <param name="spelling">The name as it was found.</param>
    /// <param name="candidates">The licences it may mean; empty if nothing is known about it.</param>
    public UnresolvedLicence(string spelling, ImmutableArray<LicenceExpression> candidates)
    {
        Spelling = spelling;
        Candidates = candidates;
    }

    /// <summary>The name as it was found.</summary>
    public string Spelling { get; }

    /// <summary>The licences it may mean; empty if nothing is known about it.</summary>
    public ImmutableArray<LicenceExpression> Candidates { get; }

    /// <summary>Names with the same candidates mean the same, however they are spelled.</summary>
    public bool Equals(UnresolvedLicence? other) =>
        other is not null && Candidates.SequenceEqual(other.Candidates) && (!Candidates.IsEmpty || Spelling == other.Spelling);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Candidates.IsEmpty ? Spelling.GetHashCode(StringComparison.Ordinal) : Candidates.Aggregate(3, HashCode.Combine);

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder("LicenseRef-");
        foreach (var c in Spelling.AsSpan(0, Math.Min(Spelling.Length, MaximumLength)))
        {
            if (char.IsAsciiLetterOrDigit(c) || c == '.')
            {
                text.Append(c);
            }
            else if (text[^1] != '-')
            {
                text.Append('-');
            }
        }

        var name = text.ToString().TrimEnd('-', '.');
        return name == "LicenseRef" ? "LicenseRef-unnamed" : name;
    }
}
