using System.CommandLine;

namespace PipelineKit.Cli.Hosting;

/// <summary>What could come next on a command line that is being typed. Asked by the scripts of <c>completion</c>, and by nobody else.</summary>
internal static class Completion
{
    /// <summary>The first word of such a question; the words typed so far follow, the one at the cursor last.</summary>
    public const string Word = "__complete";

    /// <summary>Prints one word a line. What goes wrong while names are looked up is nothing that somebody who types can use.</summary>
    public static int Run(RootCommand root, IReadOnlyList<string> words, TextWriter output)
    {
        var line = string.Join(' ', words);
        var begun = words.Count == 0 ? "" : words[^1];
        try
        {
            foreach (var item in root.Parse(line).GetCompletions(line.Length).Select(c => c.Label).Where(l => l.StartsWith(begun, StringComparison.Ordinal) && !l.StartsWith('/') && l is not ("-?" or "-h")).Distinct(StringComparer.Ordinal))
            {
                output.WriteLine(item);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // No folder, no names.
        }

        return ExitCode.Ok;
    }
}
