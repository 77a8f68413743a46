using PipelineKit.Cli.Hosting;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Generation;

namespace PipelineKit.Cli.Output;

/// <summary>Prints how a file differs from what it should be, on standard output.</summary>
internal static class DiffPrinter
{
    public static void Print(CliEnvironment environment, PlannedFile planned)
    {
        foreach (var raw in UnifiedDiff.Between(planned.File.Path, planned.Current, planned.File.Text))
        {
            // The file on disk may be anybody's: it moves no cursor here. Tabs stay tabs.
            var line = string.Join('\t', raw.Split('\t').Select(HiddenText.Visible));
            var colour = line switch
            {
                ['+', '+', ..] or ['-', '-', '-', ..] => AnsiColour.Bold,
                ['+', ..] => AnsiColour.Green,
                ['-', ..] => AnsiColour.Red,
                ['@', ..] => AnsiColour.Cyan,
                _ => (AnsiColour?)null,
            };
            environment.Out.WriteLine(colour is { } c ? Ansi.Paint(line, c, environment.ColourOut) : line);
        }
    }
}
