using PipelineKit.Cli.Hosting;
using PipelineKit.Core.Generation;

namespace PipelineKit.Cli.Output;

/// <summary>Says on standard error what became of every file.</summary>
internal static class FileTable
{
    public static void Write(CliEnvironment environment, IReadOnlyList<PlannedFile> planned, bool dryRun)
    {
        foreach (var file in planned)
        {
            var (word, colour) = Describe(file.State, dryRun);
            environment.Error.WriteLine($"{Ansi.Paint(word.PadRight(14), colour, environment.ColourError)}{file.File.Path}");
        }
    }

    private static (string Word, AnsiColour Colour) Describe(FileState state, bool dryRun) => state switch
    {
        FileState.New => (dryRun ? "would create" : "created", AnsiColour.Green),
        FileState.Outdated => (dryRun ? "would update" : "updated", AnsiColour.Green),
        FileState.EditedByHand or FileState.Foreign => (dryRun ? "would replace" : "replaced", AnsiColour.Yellow),
        FileState.Kept => ("kept", AnsiColour.Grey),
        _ => ("unchanged", AnsiColour.Grey),
    };
}
