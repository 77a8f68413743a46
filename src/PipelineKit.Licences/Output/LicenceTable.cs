using System.Collections.Immutable;
using System.Globalization;

namespace PipelineKit.Licences.Output;

/// <summary>The rows of a report for a person, for whatever draws the table.</summary>
/// <param name="Columns">The headings.</param>
/// <param name="Rows">The cells; each is one line of plain text without control characters.</param>
/// <param name="Left">How many rows were left out.</param>
/// <param name="Totals">One sentence over all packages.</param>
public sealed record LicenceTable(ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows, int Left, string Totals)
{
    /// <summary>Most rows that a person is shown.</summary>
    public const int MaximumRows = 50;

    /// <summary>The packages that need attention, worst first, as far as a person reads.</summary>
    public static LicenceTable Of(LicenceReport report)
    {
        ImmutableArray<ImmutableArray<string>> rows = [.. Wording.Findings(report).Take(MaximumRows).Select(Row)];
        return new(
            ["package", "version", "licence", "outcome", "needed by", "why"], rows, rows.Length < MaximumRows ? 0 : Wording.Findings(report).Count() - rows.Length, Wording.Totals(report));
    }

    /// <summary>"… and 19,950 more"; null if the rows are all there are.</summary>
    public string? More => Left == 0 ? null : $"… and {Left.ToString("N0", CultureInfo.InvariantCulture)} more; the format json lists all";

    private static ImmutableArray<string> Row(PackageDecision decision) =>
    [
        Wording.Safe(decision.Package.Name),
        Wording.Safe(decision.Package.Version),
        decision.Conclusion.Text,
        Wording.Of(decision.Outcome),
        decision.Package.Path.Length > 1 ? Wording.Path(decision.Package with { Path = decision.Package.Path[..^1] }) : decision.Package.Direct ? "the project" : "",
        Wording.Safe(decision.Reason),
    ];
}
