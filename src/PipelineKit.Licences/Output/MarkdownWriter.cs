using System.Text;

namespace PipelineKit.Licences.Output;

/// <summary>A summary for the job page: totals, what needs attention, exceptions in use, licences by number.</summary>
public sealed class MarkdownWriter : ILicenceReportWriter
{
    private const int MaximumRows = 100;

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
        WriteTable(text, table.Columns, [.. table.Rows.Select(row => (IReadOnlyList<string>)row)]);
        WriteTable(text, ["excepted package", "licence", "until", "reason"], [.. report.Packages
            .Where(decision => decision.Outcome == PackageOutcome.Excepted)
            .Select(decision => (IReadOnlyList<string>)[decision.Package.Label, decision.Conclusion.Text, Until(decision), decision.Exemption!.Reason])]);
        foreach (var problem in report.Problems)
        {
            text.WriteLine();
            text.WriteLine($"> {problem.Code} {Escape($"{problem.Location.File} {problem.Message}".TrimStart())}");
        }

        text.WriteLine();
        text.WriteLine("<details><summary>Licences by number of packages</summary>");
        WriteTable(text, ["licence", "packages"], [.. Wording.Licences(report).Select(pair => (IReadOnlyList<string>)[pair.Licence, Wording.Number(pair.Count)])]);
        text.WriteLine();
        text.WriteLine("</details>");
    }

    private static string Until(PackageDecision decision) => decision.Exemption?.Expires is { } day ? Wording.Day(day) : "without end";

    private static void WriteTable(StreamWriter text, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        text.WriteLine();
        text.WriteLine($"| {string.Join(" | ", columns)} |");
        text.WriteLine($"|{string.Concat(Enumerable.Repeat(" --- |", columns.Count))}");
        foreach (var row in rows.Take(MaximumRows))
        {
            text.WriteLine($"| {string.Join(" | ", row.Select(Escape))} |");
        }

        if (rows.Count > MaximumRows)
        {
            text.WriteLine();
            text.WriteLine($"… and {Wording.Number(rows.Count - MaximumRows)} more.");
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
