using System.Collections.Immutable;

namespace PipelineKit.Licences.Output;

/// <summary>The rows of a report for a person, for whatever draws the table.</summary>
/// <param name="Columns">The headings.</param>
/// <param name="Rows">The cells; each is one line of plain text without control characters.</param>
/// <param name="Totals">One sentence over all packages.</param>
public sealed record LicenceTable(ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows, string Totals)
{
    /// <summary>The packages that need attention, worst first; with <paramref name="all"/> every package.</summary>
    public static LicenceTable Of(LicenceReport report, bool all = false)
    {
        var shown = all ? report.Packages.OrderByDescending(package => package.Outcome) : Wording.Findings(report);
        return new(["package", "version", "licence", "outcome", "needed by", "why"], [.. shown.Select(Row)], Wording.Totals(report));
    }

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
