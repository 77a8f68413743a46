using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitLab;

/// <summary>
/// <c>before_script</c> prepares (folder, toolchains, install, reports folder), <c>script</c> runs the commands, <c>after_script</c> those that run whatever
/// happened. The runner joins the first two into one shell with <c>set -e</c>, so a failing install ends the job at once; the third is a shell
/// of its own, in the root again, whose result nobody looks at. All lines are POSIX sh: images without bash are common.
/// </summary>
internal static class ScriptSection
{
    private const string Noted = " || failed=1";

    public static void AddTo(YamlMap map, Job job, ImageSection image, GitLabPlan plan)
    {
        AddLines(map, "before_script", Before(job, image));
        AddLines(map, "script", Script(job, image), PromisedReports.Lines(job, job.Artifacts));
        AddLines(map, "after_script", After(job, image));
        ScriptCheck.Report(job, image, plan);
    }

    private static List<string> Before(Job job, ImageSection image)
    {
        var lines = new List<string>();
        var folder = job.Install?.Directory ?? job.Project.Path;
        AddFolder(lines, folder);
        lines.AddRange(image.SetUp);
        lines.AddRange(job.Install?.Run.Select(ShellWords.Line) ?? []);
        if (!string.Equals(folder, job.Project.Path, StringComparison.Ordinal))
        {
            lines.Add(folder == "." ? Folder(job.Project.Path) : "cd \"$CI_PROJECT_DIR\"/" + ShellWords.Quote(job.Project.Path));
        }

        if (FolderOfPrepared(job, image) is { } reports)
        {
            lines.Add(CommandText.MakeFolder(reports));
        }

        return lines;
    }

    private static List<string> Script(Job job, ImageSection image)
    {
        var lines = new List<string>();
        var folders = new HashSet<string>(StringComparer.Ordinal);
        if (FolderOfPrepared(job, image) is { } prepared)
        {
            folders.Add(CommandText.MakeFolder(prepared));
        }
        else if (ReportsFolder.ToMake(job) is { } made && folders.Add(CommandText.MakeFolder(made)))
        {
            lines.Add(CommandText.MakeFolder(made));
        }

        var commands = job.Run.Where(command => !command.Always).ToList();
        foreach (var command in commands)
        {
            AddMakeFolder(lines, folders, command);
            lines.Add(ShellLine.Of(command) + AfterFailure(command));
        }

        var later = commands.Any(command => command.OnFailure == OnFailure.Later);
        lines.AddRange(PromisedReports.Lines(job, job.Artifacts).Select(line => line + (later ? Noted : "")));
        if (later)
        {
            lines.Add("exit \"${failed:-0}\"");
        }

        // GitLab wants a script in every job, also where the platform does the work.
        if (lines.Count == 0)
        {
            lines.Add("echo " + ShellWords.Quote(job.Title));
        }

        return lines;
    }

    private static List<string> After(Job job, ImageSection image)
    {
        var lines = new List<string>();
        var folders = new HashSet<string>(StringComparer.Ordinal);
        var commands = job.Run.Where(command => command.Always).ToList();
        if (commands.Count > 0)
        {
            AddFolder(lines, job.Project.Path);
        }

        if (FolderOfPrepared(job, image) is { } prepared)
        {
            lines.Add($"test -d {ShellWords.File(prepared)} || exit 0");
            folders.Add(CommandText.MakeFolder(prepared));
        }

        foreach (var command in commands)
        {
            AddMakeFolder(lines, folders, command);

            // The shell stops at the first failure; the commands behind it must run all the same.
            lines.Add(ShellLine.Of(command) + (ReferenceEquals(command, commands[^1]) ? "" : " || true"));
        }

        return lines;
    }

    // GitLab runs after_script also when the install failed, where nothing could work. The last folder that before_script makes tells.
    private static string? FolderOfPrepared(Job job, ImageSection image) =>
        job.Run.Any(command => command.Always) && (job.Install is not null || image.SetUp.Count > 0)
            ? RepositoryPath.SeenFrom(job.Project.Path, job.ReportsDirectory)
            : null;

    private static string AfterFailure(Command command) => command.OnFailure switch
    {
        OnFailure.Later => Noted,
        OnFailure.Report => CommandText.AfterReport(command),
        _ => "",
    };

    private static void AddFolder(List<string> lines, string folder)
    {
        if (folder != ".")
        {
            lines.Add(Folder(folder));
        }
    }

    private static string Folder(string path) => "cd " + ShellWords.File(path);

    private static void AddMakeFolder(List<string> lines, HashSet<string> known, Command command)
    {
        if (CommandText.MakeFolder(command) is { } line && known.Add(line))
        {
            lines.Add(line);
        }
    }

    private static void AddLines(YamlMap map, string key, List<string> lines, params IReadOnlyList<string> promised)
    {
        if (lines.Count > 0)
        {
            map[key] = new YamlList(lines.Select(line => promised.Any(p => line.StartsWith(p, StringComparison.Ordinal)) ? Said(line) : YamlScalar.Folded(line)));
        }
    }

    private static YamlNode Said(string line) => YamlScalar.Folded(line).WithComment("what is missing fails the job");
}
