using System.Globalization;
using System.Text;

namespace PipelineKit.Licences.Output;

/// <summary>A summary for the job page: totals, what needs attention, exceptions in use, licences by number.</summary>
public sealed class MarkdownWriter : ILicenceReportWriter
{
    /// <inheritdoc/>
    public string Format => "markdown";

    /// <inheritdoc/>
    public string Summary => "a summary for the job page";

    /// <inheritdoc/>
    public void Write(LicenceReport report, Stream output)
    {
        using var text = TextOutput.Open(output);
        text.WriteLine($"## Licences: {(report.ExitCode == 0 ? "passed" : "failed")}");
        text.WriteLine();
        text.WriteLine(Wording.Totals(report) + ".");
        var table = LicenceTable.Of(report);
        WriteTable(text, table.Columns, [.. table.Rows.Select(row => (IReadOnlyList<string>)row)], table.Left);
        var excepted = report.Packages.Where(decision => decision.Outcome == PackageOutcome.Excepted).ToList();
        WriteTable(text, ["excepted package", "licence", "until", "reason"], [.. excepted.Take(LicenceTable.MaximumRows)
            .Select(decision => (IReadOnlyList<string>)[decision.Package.Label, decision.Conclusion.Text, Until(decision), decision.Exemption!.Reason])], excepted.Count - LicenceTable.MaximumRows);
        foreach (var problem in report.Problems)
        {
            text.WriteLine();
            text.WriteLine($"> {problem.Code} {Escape($"{problem.Location.File} {problem.Message}".TrimStart())}");
        }

        text.WriteLine();
        var licences = Wording.Licences(report).ToList();
        text.WriteLine("<details><summary>Licences by number of packages</summary>");
        WriteTable(text, ["licence", "packages"], [.. licences.Take(LicenceTable.MaximumRows).Select(pair => (IReadOnlyList<string>)[pair.Licence, Wording.Number(pair.Count)])], licences.Count - LicenceTable.MaximumRows);
        text.WriteLine();
        text.WriteLine("</details>");
    }

    private static string Until(PackageDecision decision) => decision.Exemption?.Expires is { } day ? Wording.Day(day) : "without end";

    private static void WriteTable(StreamWriter text, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows, int left)
    {
        if (rows.Count == 0)
        {
            return;
        }

        text.WriteLine();
        text.WriteLine($"| {string.Join(" | ", columns)} |");
        text.WriteLine($"|{string.Concat(Enumerable.Repeat(" --- |", columns.Count))}");
        foreach (var row in rows)
        {
            text.WriteLine($"| {string.Join(" | ", row.Select(Escape))} |");
        }

        if (left > 0)
        {
            text.WriteLine();
            text.WriteLine($"… and {left.ToString("N0", CultureInfo.InvariantCulture)} more.");
        }
    }

    private static string Escape(string cell)
    {
        var escaped = new StringBuilder();
        foreach (var c in Wording.Safe(cell))
        {
            _ = c switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                '@' => escaped.Append("&#64;"),
                '|' or '\\' or '`' or '*' or '_' or '[' or ']' or '!' or '#' => escaped.Append('\\').Append(c),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }
}
