using System.Text.Json.Nodes;
using PipelineKit.Parity.Tests.Posix;
using PipelineKit.Parity.Tests.Reading;
using PipelineKit.Parity.Tests.Tables;
using YamlDotNet.RepresentationModel;

namespace PipelineKit.Parity.Tests.GitLab;

/// <summary>The three scripts of a job: what is prepared, what decides, what always runs.</summary>
internal sealed class JobScripts
{
    private const string Verdict = "exit \"${failed:-0}\"";
    private const string Root = "$CI_PROJECT_DIR/";
    private const string MakeFolder = "mkdir -p ";

    private readonly string _reports;

    public JobScripts(string id, YamlNode node)
    {
        _reports = MakeFolder + "reports/" + id;
        Before([.. node.Get("before_script").Texts()]);
        var runs = node.Get("variables").Text("GIT_STRATEGY") != "none";
        var after = node.Get("after_script").Texts().ToList();
        if (after.Count > 0 && after[0].StartsWith("cd ", StringComparison.Ordinal))
        {
            AlwaysDirectory = CommandLine.ReadOne(after[0]).Words[1].Text;
            after.RemoveAt(0);
        }

        // Not before everything is prepared: the last folder that is made for it tells.
        if (after.Count > 0 && after[0] == $"test -d {_reports[MakeFolder.Length..]} || exit 0" && node.Get("before_script").Texts().LastOrDefault() == _reports)
        {
            after.RemoveAt(0);
        }

        // GitLab wants a script in every job; where the platform does the work, it only says the title.
        IEnumerable<JsonObject> deciding = runs ? Commands([.. node.Get("script").Texts().SkipWhile(line => line.StartsWith(MakeFolder, StringComparison.Ordinal) && line.EndsWith(_reports[MakeFolder.Length..], StringComparison.Ordinal))], always: false) : [];
        Run = Shape.InOrder(deciding.Concat(Commands(after, always: true)));
    }

    /// <summary>Folder of the commands, relative to the root.</summary>
    public string Directory { get; private set; } = ".";

    /// <summary>Folder of those that always run.</summary>
    public string AlwaysDirectory { get; } = ".";

    public JsonArray Install { get; } = [];

    public JsonArray Run { get; }

    /// <summary>What the set-up lines say.</summary>
    public List<KeyValuePair<string, string>> Versions { get; } = [];

    private void Before(IReadOnlyList<string> lines)
    {
        foreach (var text in lines)
        {
            var line = CommandLine.ReadOne(text);
            if (line.Words is [{ Text: "cd" }, var folder])
            {
                Directory = folder.Text.StartsWith(Root, StringComparison.Ordinal) ? folder.Text[Root.Length..] : folder.Text;
            }
            else if (Install.Count == 0 && ToolchainTable.GitLab.Line(line.Text) is { } versions)
            {
                Versions.AddRange(versions);
            }
            else if (line.Text != _reports)
            {
                Install.Add(Shape.Bare(line));
            }
        }
    }

    private static IEnumerable<JsonObject> Commands(List<string> texts, bool always)
    {
        var judged = texts.Count > 0 && texts[^1] == Verdict;
        var commands = texts.Take(texts.Count - (judged ? 1 : 0)).ToList();
        while (!always && commands.Count > 0 && LooksForReports(commands[^1]))
        {
            commands.RemoveAt(commands.Count - 1);
        }

        var lines = commands.ConvertAll(CommandLine.ReadOne);
        foreach (var (at, line) in lines.Index())
        {
            if (!Prepares(line, lines.Skip(at + 1)))
            {
                yield return Command(line, always, judged, isLast: at == lines.Count - 1);
            }
        }
    }

    // What the job promised is looked for behind its commands.
    private static bool LooksForReports(string text) => text.StartsWith("ls -d ", StringComparison.Ordinal) || (text.StartsWith("find ", StringComparison.Ordinal) && text.Contains(" | grep .", StringComparison.Ordinal));

    // A folder is made for a file that a later line writes.
    private static bool Prepares(CommandLine line, IEnumerable<CommandLine> later) =>
        line is { IsBare: true, Words: [{ Text: "mkdir" }, { Text: "-p" }, var folder] }
        && later.Any(l => l.Stdout is { } file && file.LastIndexOf('/') is > 0 and var slash && (folder.Text == file[..slash] || folder.Text == "./" + file[..slash]));

    private static JsonObject Command(CommandLine line, bool always, bool judged, bool isLast)
    {
        var later = line.Failure == Failure.IsNoted && judged;
        var command = Shape.Command(Body(line), line.Stdout, line.Codes, later, always);
        var expected = always && !isLast ? Failure.IsIgnored : Failure.Stops;
        if (line.Failure != expected && !later && line.Failure != Failure.PassesForCodes)
        {
            command["onFailure"] = always ? "stops the others" : "ignored";
        }

        return command;
    }

    private static JsonObject Body(CommandLine line) => line.Words.Select(word => word.Text).ToArray() switch
    {
        ["sh", "-ec", var script] => Shape.Script(script, "sh"),
        ["bash", "-eo", "pipefail", "-c", var script] => Shape.Script(script, "bash"),
        ["pwsh", "-NoProfile", "-NonInteractive", "-Command", var script] => Shape.Script(PowerShell(script), "pwsh"),
        _ => new JsonObject { ["argv"] = Shape.Argv(line) },
    };

    // What the other platforms put around a PowerShell script themselves.
    private static string PowerShell(string script)
    {
        const string start = "$ErrorActionPreference = 'stop'\n";
        const string end = "\nif (Test-Path -LiteralPath variable:LASTEXITCODE) { exit $LASTEXITCODE }";
        return script.StartsWith(start, StringComparison.Ordinal) && script.EndsWith(end, StringComparison.Ordinal)
            ? script[start.Length..^end.Length]
            : throw new UnreadableException($"not started like a script of PowerShell: {script}");
    }
}
