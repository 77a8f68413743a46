using System.Text.RegularExpressions;
using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Cli.Parity;

/// <summary>Reads the commands of a GitLab pipeline back: <c>before_script</c> without set-up and folders, <c>script</c>, <c>after_script</c>.</summary>
internal sealed partial class GitLabOutput
{
    private const string Verdict = "exit \"${failed:-0}\"";
    private const string PowerShellStart = "$ErrorActionPreference = 'stop'\n";
    private const string PowerShellEnd = "\nif (Test-Path -LiteralPath variable:LASTEXITCODE) { exit $LASTEXITCODE }";

    private readonly List<Regex> _setUp;
    private readonly IReadOnlySet<string> _folders;

    // A toolchain's set-up lines are told from an install by the data file that they come from.
    private GitLabOutput(IEnumerable<ToolchainDefinition> toolchains, IReadOnlySet<string> folders)
    {
        _folders = folders;
        _setUp = [.. toolchains.SelectMany(t => (t.GitLabInstall ?? []).Concat(t.Images.SelectMany(i => i.SetUp))).Select(Pattern).Distinct(StringComparer.Ordinal).Select(p => new Regex(p, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))];
    }

    /// <param name="text">The pipeline.</param>
    /// <param name="path">Its path, for messages.</param>
    /// <param name="folders">Folders of reports: a line that only makes one is no command of the stage.</param>
    /// <param name="toolchains">Those whose set-up lines are no commands.</param>
    /// <exception cref="UnreadableException">The text is no pipeline, or a line is no simple command.</exception>
    public static ReadOutput Read(string text, string path, IReadOnlySet<string> folders, IEnumerable<ToolchainDefinition> toolchains)
    {
        var reader = new GitLabOutput(toolchains, folders);
        return new ReadOutput("gitlab", YamlOutput.Load(text, path).Entries
            .Where(e => e.Value is SourceMap job && job.Find("script") is not null && !ReadOutput.IsOwn(e.Key.Value))
            .ToDictionary(e => e.Key.Value, e => reader.Job((SourceMap)e.Value), StringComparer.Ordinal))
        {
            Broken = YamlOutput.Broken(text),
        };
    }

    private IReadOnlyList<ReadCommand> Job(SourceMap job)
    {
        // GitLab wants a script in every job; where nothing is checked out, it only says the title.
        var runs = job.Map("variables").Text("GIT_STRATEGY") != "none";
        return
        [
            .. Install(Lines(job, "before_script")),
            .. runs ? Commands(Lines(job, "script").SkipWhile(IsFolder)) : [],
            .. Commands(Lines(job, "after_script").SkipWhile(l => l is { Words: [{ Text: "cd" }, _] })).Select(c => c with { Always = true }),
        ];
    }

    // Behind the commands a script may look for what they promised, and tell the verdict that it has collected.
    private static IEnumerable<ShellLine> Lines(SourceMap job, string key)
    {
        var lines = job.Items(key).OfType<SourceScalar>().Select(l => l.Value).Where(l => l != Verdict && !Guard().IsMatch(l)).ToList();
        while (key == "script" && lines.Count > 1 && Promised().IsMatch(lines[^1]))
        {
            lines.RemoveAt(lines.Count - 1);
        }

        return lines.Select(l => l.StartsWith("cd \"$CI_PROJECT_DIR\"/", StringComparison.Ordinal) ? new ShellLine([new Word("cd"), new Word("")], null) : ShellLine.ReadOne(l));
    }

    private IEnumerable<ReadCommand> Install(IEnumerable<ShellLine> lines) => lines
        .Where(l => l is not { Words: [{ Text: "cd" }, _] })
        .SkipWhile(l => _setUp.Exists(p => p.IsMatch(l.Plain)))
        .Where(l => !IsFolder(l))
        .Select(l => new ReadCommand(l.Words) { Stdout = l.Stdout });

    private bool IsFolder(ShellLine line) => line is { MakesFolder: true, Words: [_, _, { Text: var folder }] } && _folders.Contains(folder);

    private static IEnumerable<ReadCommand> Commands(IEnumerable<ShellLine> lines)
    {
        var all = lines.ToList();
        return all.Where((line, at) => !(line.MakesFolder && all.Skip(at + 1).Any(later => IsIn(later.Stdout, line.Words[2].Text)))).Select(Command);
    }

    private static bool IsIn(string? file, string folder) => file?.LastIndexOf('/') is > 0 and var slash && file[..slash] == folder;

    private static ReadCommand Command(ShellLine line) => line.Words.Select(w => w.Text).ToArray() switch
    {
        ["sh", "-ec", var script] => YamlOutput.Script(script, "sh") with { Stdout = line.Stdout },
        ["bash", "-eo", "pipefail", "-c", var script] => YamlOutput.Script(script, "bash") with { Stdout = line.Stdout },
        ["pwsh", "-NoProfile", "-NonInteractive", "-Command", var script] => YamlOutput.Script(Unwrapped(script), "pwsh") with { Stdout = line.Stdout },
        _ => new ReadCommand(line.Words) { Stdout = line.Stdout },
    };

    private static string Unwrapped(string script) =>
        script.StartsWith(PowerShellStart, StringComparison.Ordinal) && script.EndsWith(PowerShellEnd, StringComparison.Ordinal)
            ? script[PowerShellStart.Length..^PowerShellEnd.Length]
            : script;

    private static string Pattern(IReadOnlyList<string> argv) => "^" + string.Join(' ', argv.Select(a => Regex.Replace(Regex.Escape(a), @"\\\{[\w-]+}", ".+"))) + "$";

    [GeneratedRegex(@"\A(?:ls -d .*|find .* \| grep \.)(?: \|\| failed=1)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Promised();

    // The commands that always run need what before_script prepares. No command of a job ends like this.
    [GeneratedRegex(@"\Atest -d .* \|\| exit 0\z", RegexOptions.CultureInvariant)]
    private static partial Regex Guard();
}
