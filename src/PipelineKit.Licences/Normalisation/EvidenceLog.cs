using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace PipelineKit.Licences.Normalisation;

/// <summary>Collects the steps of one conclusion.</summary>
internal sealed class EvidenceLog
{
    private const int FoundLength = 120;
    private readonly ImmutableArray<LicenceEvidence>.Builder steps = ImmutableArray.CreateBuilder<LicenceEvidence>();

    public void Add(LicenceStatement statement, string rule, string result) =>
        Add(statement.Location, statement.Value, rule, result);

    public void Add(SourceLocation location, string found, string rule, string result) =>
        steps.Add(new(location, OneLine(found, FoundLength), rule, result));

    public ImmutableArray<LicenceEvidence> Steps() => steps.ToImmutable();

    /// <summary>A text on one line without control characters, shortened.</summary>
    public static string OneLine(string text, int maximum)
    {
        var line = new StringBuilder();
        foreach (var c in text)
        {
            if (line.Length >= maximum)
            {
                return line.Append('…').ToString();
            }

            // What turns the direction of writing or is not seen would make one name look like another.
            var blank = char.IsWhiteSpace(c) || char.IsControl(c);
            if (!blank && char.GetUnicodeCategory(c) == UnicodeCategory.Format)
            {
                line.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
            else if (!blank)
            {
                line.Append(c);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd();
    }
}
