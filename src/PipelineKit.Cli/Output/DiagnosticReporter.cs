using PipelineKit.Cli.Commands;
using PipelineKit.Cli.Hosting;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Diagnostics.Printing;
using PipelineKit.Core.Generation;

namespace PipelineKit.Cli.Output;

/// <summary>
/// Prints the diagnostics of a run in the asked format. They go to standard error, or to standard output where they are what was asked for;
/// a machine format is data wherever it goes.
/// </summary>
internal sealed class DiagnosticReporter(CliEnvironment environment, string format, bool quiet, bool toOut = false)
{
    public void Report(GenerateRun run)
    {
        var diagnostics = run.Diagnostics.Sorted().Where(d => !quiet || d.Descriptor.Severity != Severity.Info).ToList();
        var text = DiagnosticPrinters.Find(format)!.Print(diagnostics, new PrintContext
        {
            SourceOf = path => SourceOf(run, path),
            Style = (toOut ? environment.ColourOut : environment.ColourError) && format == "text" ? Colours : (_, part) => part,
            ToolVersion = Workspaces.ToolVersion,
        });
        if (diagnostics.Count > 0 || (toOut && format != "text"))
        {
            (toOut || format != "text" ? environment.Out : environment.Error).Write(text);
        }
    }

    private static string? SourceOf(GenerateRun run, string path)
    {
        try
        {
            var full = run.Root.FullPath(path);
            return new FileInfo(full) is { Exists: true, Length: <= 1 << 20 } ? run.Root.ReadText(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string Colours(PrintPart part, string text) => Ansi.Paint(
        text,
        part switch
        {
            PrintPart.Error or PrintPart.Caret => AnsiColour.Red,
            PrintPart.Warning => AnsiColour.Yellow,
            PrintPart.Info or PrintPart.Hint => AnsiColour.Cyan,
            PrintPart.Gutter => AnsiColour.Grey,
            _ => AnsiColour.Bold,
        },
        on: true);
}
