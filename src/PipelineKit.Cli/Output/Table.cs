using PipelineKit.Cli.Hosting;
using PipelineKit.Core.Diagnostics;
using Spectre.Console;

namespace PipelineKit.Cli.Output;

/// <summary>A table on standard output: drawn at a terminal, tab-separated lines in a pipe.</summary>
internal static class Table
{
    public static void Write(CliEnvironment environment, IReadOnlyList<string> header, IReadOnlyList<string[]> rows)
    {
        if (!environment.TerminalOut)
        {
            foreach (var row in rows)
            {
                environment.Out.WriteLine(string.Join('\t', row.Select(cell => HiddenText.Visible(cell.ReplaceLineEndings(" ").Replace('\t', ' ').Trim()))));
            }

            return;
        }

        var table = new Spectre.Console.Table { Border = TableBorder.Rounded };
        foreach (var title in header)
        {
            table.AddColumn(new TableColumn(new Text(title, new Style(decoration: Decoration.Bold))));
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Text(HiddenText.Visible(cell.Trim()))));
        }

        Console(environment).Write(table);
    }

    /// <summary>What draws on standard output, in colour or without.</summary>
    public static IAnsiConsole Console(CliEnvironment environment) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(environment.Out),
        Ansi = environment.ColourOut ? AnsiSupport.Detect : AnsiSupport.No,
        ColorSystem = environment.ColourOut ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
    });
}
