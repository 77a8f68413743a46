using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.Shared;

/// <summary>
/// The reports and artifacts that a job promises, as command lines that fail, and say what they miss, when one of them is not there: a program that
/// never ran (a launcher that ended like a tool with findings) or whose configuration sends its report elsewhere leaves none.
/// </summary>
internal static class PromisedReports
{
    private const string SupportFolder = ".pipelinekit/";

    /// <summary>The lines, to be run in the project's folder behind the commands; none where nothing is promised that can be missing.</summary>
    /// <param name="job">The job.</param>
    /// <param name="artifacts">Artifacts that the platform itself does not insist on.</param>
    public static IReadOnlyList<string> Lines(Job job, IEnumerable<Artifact> artifacts)
    {
        var paths = job.Reports.Where(report => report.Kind != ReportKind.Summary && !IsCertain(report.Path, job)).Select(report => report.Path)
            .Concat(artifacts.Where(artifact => artifact.Required).SelectMany(artifact => artifact.Paths).Where(path => !IsCertain(path, job)))
            .Distinct(StringComparer.Ordinal)
            .Select(path => RepositoryPath.SeenFrom(job.Project.Path, path))
            .ToList();
        var lines = new List<string>();
        if (paths.FindAll(path => !path.Contains("**", StringComparison.Ordinal)) is { Count: > 0 } plain)
        {
            lines.Add("ls -d " + string.Join(' ', plain.Select(Word)));
        }

        lines.AddRange(paths.FindAll(path => path.Contains("**", StringComparison.Ordinal)).Select(Find));
        return lines;
    }

    // What a command prints into is there before the command starts. A program of ours writes what it is asked for or fails.
    private static bool IsCertain(string path, Job job) => job.Run.Any(command =>
        IsPrinted(command, path, job) || (IsOurs(command, job) && (Names(command, path, job) || (Names(command, job.ReportsDirectory, job) && !job.Run.Any(c => c != command && Names(c, path, job))))));

    private static bool IsPrinted(Command command, string path, Job job) =>
        command is { Stdout: { } file } && string.Equals(file, RepositoryPath.SeenFrom(job.Project.Path, path), StringComparison.Ordinal);

    private static bool IsOurs(Command command, Job job) =>
        command.OnFailure != OnFailure.Report
        && command.Argv.OfType<LiteralValue>().Any(word => word.Text.StartsWith(RepositoryPath.SeenFrom(job.Project.Path, SupportFolder), StringComparison.Ordinal)
            || word.Text.StartsWith(SupportFolder, StringComparison.Ordinal));

    // The path alone, or as the value of an option.
    private static bool Names(Command command, string path, Job job)
    {
        var seen = RepositoryPath.SeenFrom(job.Project.Path, path).TrimEnd('/');
        return command.Argv.OfType<LiteralValue>().Any(word => string.Equals(word.Text[(word.Text.IndexOf('=', StringComparison.Ordinal) + 1)..].TrimEnd('/'), seen, StringComparison.Ordinal));
    }

    // An empty folder is nothing that was left.
    private static string Word(string path) => path.EndsWith('/') ? ShellWords.Pattern(Safe(path) + "*") : ShellWords.Pattern(Safe(path));

    // A shell reads ** as *: it would miss what lies deeper.
    private static string Find(string path)
    {
        var folders = path.Split('/').TakeWhile(part => !part.Contains('*', StringComparison.Ordinal)).ToList();
        var start = folders.Count == 0 ? "." : Safe(string.Join('/', folders));
        var pattern = (folders.Count == 0 ? "./" + path : Safe(path)).Replace("/**/", "/*", StringComparison.Ordinal).Replace("**", "*", StringComparison.Ordinal);
        return $"find {ShellWords.Quote(start)} -path {ShellWords.Quote(pattern)} | grep .";
    }

    private static string Safe(string path) => path.StartsWith('-') ? "./" + path : path;
}
