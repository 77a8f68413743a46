using PipelineKit.Cli.Commands;
using PipelineKit.Cli.Hosting;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Diagnostics.Printing;
using PipelineKit.Core.Files;
using PipelineKit.Core.Generation;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Cli.Output;

/// <summary>
/// Prints the diagnostics of a run in the asked format. They go to standard error, or to standard output where they are what was asked for;
/// a machine format is data wherever it goes.
/// </summary>
internal sealed class DiagnosticReporter(CliEnvironment environment, string format, bool quiet, bool toOut = false)
{
    /// <param name="run">The run.</param>
    /// <param name="withInfo">False where nothing new is to be told; with errors, only what has to be mended is told anyway.</param>
    public void Report(GenerateRun run, bool withInfo = true)
    {
        var hideInfo = quiet || !withInfo || run.Diagnostics.HasErrors;
        var diagnostics = run.Diagnostics.Sorted().Where(d => !hideInfo || d.Descriptor.Severity != Severity.Info).ToList();
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

    // A file that cannot be read as text, or is too large to be one of ours, gives no excerpt.
    private static string? SourceOf(GenerateRun run, string path) =>
        FileReader.Exists(run.Root.FullPath(path)) ? SourceText.ReadFile(run.Root.FullPath(path), path, new DiagnosticBag()) : null;

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
