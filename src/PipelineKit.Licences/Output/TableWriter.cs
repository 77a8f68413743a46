using System.Collections.Immutable;

namespace PipelineKit.Licences.Output;

/// <summary>Plain text for a terminal: what needs attention in columns, then the totals.</summary>
public sealed class TableWriter : ILicenceReportWriter
{
    /// <inheritdoc/>
    public string Format => "table";

    /// <inheritdoc/>
    public string Summary => "packages that need attention, for a terminal";

    /// <inheritdoc/>
    public void Write(LicenceReport report, Stream output)
    {
        var table = LicenceTable.Of(report);
        using var text = TextOutput.Open(output);
        if (table.Rows.Length > 0)
        {
            var widths = table.Columns.Select((column, at) => table.Rows.Max(row => Math.Max(row[at].Length, column.Length))).ToArray();
            WriteRow(text, table.Columns, widths);
            foreach (var row in table.Rows)
            {
                WriteRow(text, row, widths);
            }

            if (table.More is { } more)
            {
                text.WriteLine(more);
            }

            text.WriteLine();
        }

        text.WriteLine(table.Totals);
    }

    private static void WriteRow(StreamWriter text, ImmutableArray<string> row, int[] widths) =>
        text.WriteLine(string.Join("  ", row.Select((cell, at) => at == row.Length - 1 ? cell : cell.PadRight(widths[at]))).TrimEnd());
}
