using System.Text;
using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitHub.Steps;

/// <summary>One step per command, with what its failure means for the others.</summary>
internal sealed class CommandSteps(GitHubContext context)
{
    private const string InstallId = "install";

    public IEnumerable<YamlMap> Build(Job job)
    {
        if (ReportsFolder.ToMake(job) is { } folder)
        {
            yield return new YamlMap { ["run"] = CommandText.MakeFolder(folder) };
        }

        var ids = Ids(job);
        var conditions = job.Run.Select((_, at) => Condition(job, at, ids)).ToList();
        for (var at = 0; at < job.Run.Count; at++)
        {
            var isAsked = conditions.Any(c => c?.Contains($"steps.{ids[at]}.", StringComparison.Ordinal) == true);
            yield return Step(job, job.Run[at], isAsked ? ids[at] : null, conditions[at]);
        }
    }

    /// <summary>The step that prepares the dependencies.</summary>
    public static YamlMap? Install(Job job)
    {
        if (job.Install is not { } install)
        {
            return null;
        }

        var ids = Ids(job);
        var isAsked = job.Run.Select((_, at) => Condition(job, at, ids)).Any(c => c?.Contains($"steps.{InstallId}.", StringComparison.Ordinal) == true);
        var step = new YamlMap();
        if (isAsked)
        {
            step["id"] = InstallId;
        }

        step["name"] = StepNames.Install;
        if (install.Directory != job.Project.Path)
        {
            step["working-directory"] = Expressions.Text(install.Directory);
        }

        step["run"] = RunText.Of([.. install.Run.Select(ShellWords.Line)]);
        return step;
    }

    private YamlMap Step(Job job, Command command, string? id, string? condition)
    {
        var step = new YamlMap();
        if (id is not null)
        {
            step["id"] = id;
        }

        // A command of one line says itself what it does; a name would only say it again.
        if (command.Script is not null || command.Stdout is not null || command.OnFailure == OnFailure.Report)
        {
            step["name"] = Expressions.Text(StepNames.Of(command));
        }

        if (condition is not null)
        {
            step["if"] = YamlScalar.Folded($"${{{{ {condition} }}}}");
        }

        if (command.Always)
        {
            step["continue-on-error"] = true;
        }

        if (LoginSteps.Env(job) is { Count: > 0 } env)
        {
            step["env"] = env;
        }

        if (command.Script is not null && command.Shell is { } shell && shell != JobWriter.DefaultShell(job))
        {
            step["shell"] = shell;
        }

        step["run"] = command.Script is null ? Line(job, command) : Script(job, command);
        return step;
    }

    private static YamlScalar Line(Job job, Command command)
    {
        var line = CommandText.Line(command) + CommandText.AfterReport(command);
        return RunText.Of(CommandText.MakeFolder(command, ReportsFolder.ToMake(job)) is { } folder ? [folder, line] : [line]);
    }

    private YamlScalar Script(Job job, Command command)
    {
        if (command.Script!.Contains("${{", StringComparison.Ordinal))
        {
            context.Report(
                GitHubDiagnostics.ExpressionInScript,
                $"job \"{job.Id}\", command \"{command.Name}\": the script holds `${{{{`, which GitHub would evaluate before the shell starts",
                "put the script into a file of the repository and call that file");
        }

        return command.Shell == "pwsh"
            ? new YamlScalar(command.Script.ReplaceLineEndings("\n").TrimEnd('\n') + "\n")
            : new YamlScalar(CommandText.Script(command, ReportsFolder.ToMake(job)));
    }

    // A step without an "if" runs only while everything before it passed. That is wrong behind a command whose failure must not stop the
    // others, and for a command that always runs; those ask the step that really decides.
    private static string? Condition(Job job, int at, List<string> ids)
    {
        var command = job.Run[at];
        var before = Enumerable.Range(0, at).Where(i => !job.Run[i].Always).ToList();
        if (command.Always)
        {
            return job.Install is not null ? Passed(InstallId) : before.Count > 0 ? Started(ids[before[0]]) : null;
        }

        if (!before.Any(i => job.Run[i].OnFailure == OnFailure.Later))
        {
            return null;
        }

        return before.LastOrDefault(i => job.Run[i].OnFailure != OnFailure.Later, -1) is >= 0 and var last ? Passed(ids[last])
            : job.Install is not null ? Passed(InstallId)
            : Started(ids[before[0]]);
    }

    private static string Passed(string id) => $"!cancelled() && steps.{id}.outcome == 'success'";

    // Skipped: something before all commands failed.
    private static string Started(string id) => $"!cancelled() && steps.{id}.outcome != 'skipped'";

    // Step ids: letters, digits, - and _ (GitHub's workflow schema), unique within the job.
    private static List<string> Ids(Job job)
    {
        var ids = new List<string>();
        foreach (var command in job.Run)
        {
            var id = Words(command.Name);
            id = id.Length == 0 || !char.IsAsciiLetter(id[0]) ? $"run-{id}".TrimEnd('-') : id;
            while (ids.Contains(id) || id is InstallId or LoginSteps.StepId or CacheSteps.FolderStep)
            {
                id += "-again";
            }

            ids.Add(id);
        }

        return ids;
    }

    private static string Words(string name)
    {
        var words = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            _ = char.IsAsciiLetterOrDigit(c) ? words.Append(char.ToLowerInvariant(c)) : words.Length > 0 && words[^1] != '-' ? words.Append('-') : words;
        }

        return words.ToString().TrimEnd('-');
    }
}
