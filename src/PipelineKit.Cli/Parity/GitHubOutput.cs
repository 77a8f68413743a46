using System.Text.RegularExpressions;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Cli.Parity;

/// <summary>Reads the commands of a workflow back: its <c>run</c> texts. Steps that are no commands of the stage are known by their names and ids.</summary>
internal static partial class GitHubOutput
{
    private static readonly string[] NotCommands = ["Choose the cache folder", "Results in the job summary", "Every report is there", "Delete every cache of the repository"];

    /// <param name="text">The workflow.</param>
    /// <param name="path">Its path, for messages.</param>
    /// <param name="folders">Folders of reports: a line that only makes one is no command of the stage.</param>
    /// <param name="platform">The platform, of those that read workflows.</param>
    /// <exception cref="UnreadableException">The text is no workflow.</exception>
    public static ReadOutput Read(string text, string path, IReadOnlySet<string> folders, string platform = "github")
    {
        var root = YamlOutput.Load(text, path);
        var shell = root.Map("defaults").Map("run").Text("shell") ?? "bash";
        return new ReadOutput(platform, (root.Map("jobs")?.Entries ?? [])
            .Where(job => !ReadOutput.IsOwn(job.Key.Value))
            .ToDictionary(job => job.Key.Value, job => Job(job.Value as SourceMap, shell, folders), StringComparer.Ordinal))
        {
            Broken = YamlOutput.Broken(text),
        };
    }

    private static IReadOnlyList<ReadCommand> Job(SourceMap? job, string workflowShell, IReadOnlySet<string> folders)
    {
        var shell = job.Map("defaults").Map("run").Text("shell") ?? workflowShell;
        return ReadOutput.InOrder(job.Items("steps").OfType<SourceMap>().Where(IsCommand).SelectMany(step => Commands(step, shell)).Where(c => !IsFolder(c, folders)));
    }

    private static bool IsFolder(ReadCommand command, IReadOnlySet<string> folders) =>
        command is { Script: null, Stdout: null, Words: [{ Text: "mkdir" }, { Text: "-p" }, { Text: var folder }] } && folders.Contains(folder);

    private static bool IsCommand(SourceMap step)
    {
        var name = step.Text("name") ?? "";
        return step.Text("run") is not null && !NotCommands.Contains(name, StringComparer.Ordinal)
            && !name.StartsWith("Set up ", StringComparison.Ordinal) && !name.StartsWith("Log in to ", StringComparison.Ordinal);
    }

    private static IEnumerable<ReadCommand> Commands(SourceMap step, string defaultShell)
    {
        var run = step.Text("run")!;
        var always = step.Text("continue-on-error") == "true";

        // One line with a line end behind it is a script: commands are folded.
        var lines = run.EndsWith('\n') && !run.TrimEnd('\n').Contains('\n', StringComparison.Ordinal) ? null : ShellLine.ReadAll(run);
        if (step.Text("name") == "Install" && lines is not null)
        {
            return lines.Select(l => new ReadCommand(l.Words) { Stdout = l.Stdout });
        }

        return lines switch
        {
            [var line] => [new ReadCommand(line.Words) { Stdout = line.Stdout, Always = always }],
            [{ MakesFolder: true }, { Stdout: not null } line] => [new ReadCommand(line.Words) { Stdout = line.Stdout, Always = always }],
            _ => [Script(run, step.Text("shell") ?? defaultShell) with { Always = always }],
        };
    }

    private static ReadCommand Script(string text, string shell)
    {
        var match = Preamble().Match(text);
        var script = YamlOutput.Script(shell == "pwsh" ? text : text[match.Length..], shell);
        return match.Groups[1].Success && shell != "pwsh" ? script with { Stdout = ShellLine.ReadOne(match.Groups[1].Value).Words[0].Text } : script;
    }

    // Findings that are only reported, the folder of the output, and the output itself.
    [GeneratedRegex(@"\A(?:trap 'case \$\? in [\d |]+\) exit 0 ;; esac' EXIT\n)?(?:(?:mkdir -p .*\n)?exec > (.*)\n)?", RegexOptions.CultureInvariant)]
    private static partial Regex Preamble();
}
