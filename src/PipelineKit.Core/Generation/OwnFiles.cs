using PipelineKit.Core.Spec.Text;

namespace PipelineKit.Core.Generation;

/// <summary>Names below <c>.pipelinekit/</c> that this program reads or writes itself: no output and no support file of a stage can have them.</summary>
internal static class OwnFiles
{
    /// <summary>The folder.</summary>
    public const string Folder = ".pipelinekit";

    private static readonly HashSet<string> Files = new(StringComparer.OrdinalIgnoreCase)
    {
        "journal.json", "lock.yml", "schema.json", "writer.lock", "runner.cake", "stages.cake", "feed.config", "dotnet-tools.json",
    };

    // What a repository adds to the stage library: a file that a run wrote there would change the next run.
    private static readonly HashSet<string> Folders = new(StringComparer.OrdinalIgnoreCase)
    {
        "stages", "tools", "toolchains", "services", "registries", "stacks", "partials", "support", "pins",
    };

    /// <summary>Why a support file may not have this path, relative to its project, or null.</summary>
    public static string? ProblemOfSupportFile(string path)
    {
        if (RepositoryPaths.Problem(path) is { } problem)
        {
            return problem;
        }

        var parts = path.Split('/');
        if (parts.Any(p => p is "" or ".") || parts.Length < 2)
        {
            return "it is not written in its shortest form, or names no file";
        }

        if (path.EndsWith(OutputWriter.TemporaryOf(""), StringComparison.OrdinalIgnoreCase))
        {
            return "files of that ending are this program's own, while it writes";
        }

        // A folder of one of our files' names would be in that file's way.
        return Files.Contains(parts[1]) || Folders.Contains(parts[1]) ? $"{Folder}/{parts[1]} is this program's own" : null;
    }

    /// <summary>True for a path below the repository root from which stages or their data are read.</summary>
    public static bool IsRead(string path) =>
        path.Split('/') is [var folder, var inner, ..] && folder.Equals(Folder, StringComparison.OrdinalIgnoreCase) && Folders.Contains(inner);

    /// <summary>
    /// Why an output of a platform may not have this path (normalised), or null. Scripts are left to the comparison of all outputs, which knows what
    /// the targets of this spec write.
    /// </summary>
    public static string? ProblemOfOutput(string path)
    {
        var isInside = path.Equals(Folder, StringComparison.OrdinalIgnoreCase) || path.StartsWith(Folder + "/", StringComparison.OrdinalIgnoreCase);
        if (path.EndsWith(OutputWriter.TemporaryOf(""), StringComparison.OrdinalIgnoreCase))
        {
            return "files of that ending are this program's own, while it writes";
        }

        return isInside && (path.Count(c => c == '/') > 1 || !path.EndsWith(".cake", StringComparison.OrdinalIgnoreCase)) ? $"{Folder}/ is this program's own folder" : null;
    }
}
