using System.Text.Json;
using PipelineKit.Cli.Hosting;
using PipelineKit.Cli.Output;
using PipelineKit.Core.Diagnostics.Printing;
using Spectre.Console;

namespace PipelineKit.Cli.Parity;

/// <summary>Prints a <see cref="ParityReport"/>: columns at a terminal, marked lines in a pipe, or one JSON document.</summary>
internal sealed class ParityPrinter(CliEnvironment environment)
{
    /// <summary>Prints the report to standard output, notes and differences to standard error. Returns the exit code.</summary>
    public int Print(ParityReport report, bool json)
    {
        report.Notes.ToList().ForEach(n => environment.Error.WriteLine($"note: {n}"));
        if (json)
        {
            PrintJson(report);
        }
        else
        {
            PrintText(report);
        }

        foreach (var difference in report.Differences)
        {
            environment.Error.WriteLine($"{Ansi.Paint("error", AnsiColour.Red, environment.ColourError)}: {difference.Job} on {difference.Platform}: {difference.Message}");
        }

        return report.Differences.Count == 0 ? ExitCode.Ok : ExitCode.ProblemsFound;
    }

    private void PrintText(ParityReport report)
    {
        foreach (var (job, rows) in report.Jobs)
        {
            environment.Out.WriteLine(Ansi.Paint(job, AnsiColour.Bold, environment.ColourOut));
            if (environment.TerminalOut)
            {
                Columns(report.Platforms, rows);
            }
            else
            {
                Lines(report.Platforms, rows);
            }
        }
    }

    private void PrintJson(ParityReport report) => environment.Out.Write(JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteBoolean("equal", report.Differences.Count == 0);
        json.WriteStartArray("jobs");
        foreach (var (job, rows) in report.Jobs)
        {
            json.WriteStartObject();
            json.WriteString("job", job);
            json.WriteStartArray("commands");
            foreach (var row in rows)
            {
                json.WriteStartObject();
                foreach (var (index, platform) in report.Platforms.Index())
                {
                    json.WritePropertyName(platform);
                    Write(json, row[index]);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("differences");
        foreach (var difference in report.Differences)
        {
            json.WriteStartObject();
            json.WriteString("job", difference.Job);
            json.WriteString("platform", difference.Platform);
            json.WriteString("message", difference.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }));

    private static void Write(Utf8JsonWriter json, ReadCommand? command)
    {
        if (command is null)
        {
            json.WriteNullValue();
        }
        else
        {
            json.WriteStringValue(string.Join(' ', command.Parts));
        }
    }

    // Behind the marks of the platforms that have it, the command.
    private void Lines(IReadOnlyList<string> platforms, IReadOnlyList<ReadCommand?[]> rows)
    {
        foreach (var row in rows)
        {
            foreach (var same in row.Index().Where(c => c.Item is not null).GroupBy(c => c.Item!.Text, StringComparer.Ordinal))
            {
                var marks = platforms.Index().Select(p => same.Any(c => c.Index == p.Index) ? p.Item : new string(' ', p.Item.Length));
                environment.Out.WriteLine($"  {string.Join(' ', marks)}  {same.Key}");
            }
        }
    }

    private void Columns(IReadOnlyList<string> platforms, IReadOnlyList<ReadCommand?[]> rows)
    {
        var table = new Spectre.Console.Table { Border = TableBorder.Rounded, ShowRowSeparators = true };
        foreach (var platform in platforms)
        {
            table.AddColumn(new TableColumn(new Text(platform, new Style(decoration: Decoration.Bold))));
        }

        foreach (var row in rows)
        {
            var differs = row.Select(c => c?.Text).Distinct(StringComparer.Ordinal).Count() > 1;
            table.AddRow(row.Select(c => new Text(c?.Text ?? "-", differs ? new Style(Color.Red) : Style.Plain)));
        }

        Output.Table.Console(environment).Write(table);
    }
}
