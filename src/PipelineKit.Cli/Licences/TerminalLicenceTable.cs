using PipelineKit.Cli.Hosting;
using PipelineKit.Cli.Output;
using PipelineKit.Licences;
using PipelineKit.Licences.Output;

namespace PipelineKit.Cli.Licences;

/// <summary>The table as a terminal shows it: drawn, as wide as the window.</summary>
internal sealed class TerminalLicenceTable(CliEnvironment environment) : ILicenceReportWriter
{
    public string Format => "table";

    public string Summary => "what needs attention, drawn";

    public void Write(LicenceReport report, Stream output)
    {
        var table = LicenceTable.Of(report);
        if (!table.Rows.IsEmpty)
        {
            Table.Write(environment, table.Columns, [.. table.Rows.Select(row => row.ToArray())]);
            environment.Out.Write(table.More is { } more ? more + "\n" : "");
        }

        environment.Out.WriteLine(table.Totals);
    }
}
