using System.Collections.Immutable;
using PipelineKit.Licences.Spdx;

namespace PipelineKit.Licences.Normalisation;

/// <summary>
/// What a table says of a name: an expression, perhaps assumed; several candidates; or the reason why it is no licence.
/// </summary>
internal sealed record NameMeaning(LicenceExpression? Expression, bool Assumed, string? NoLicence)
{
    /// <summary>Reads the right column of a table; see the head of <c>aliases.txt</c>.</summary>
    public static NameMeaning Read(string name, string meaning)
    {
        if (meaning[0] == '!')
        {
            return new(null, false, meaning[1..]);
        }

        if (meaning[0] != '?')
        {
            return new(Parse(meaning), false, null);
        }

        var candidates = meaning[1..].Split(' ').Select(Parse).ToImmutableArray();
        return candidates.Length == 1
            ? new(candidates[0], true, null)
            : new(new UnresolvedLicence(name, candidates), false, null);
    }

    private static LicenceExpression Parse(string text) =>
        ExpressionParser.Parse(text).Expression ?? throw new InvalidOperationException($"The data file holds \"{text}\", which is no expression.");
}
