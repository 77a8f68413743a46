using PipelineKit.Core.Model;
using PipelineKit.Core.Stages.Reading;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Stages.Documents;

/// <summary>Reads the commands of a job.</summary>
internal static class CommandReader
{
    private static readonly string[] Shells = ["sh", "bash", "pwsh"];
    private static readonly string[] Failures = ["stop", "later", "report"];

    public static Command? Read(SourceNode node, DocumentContext context)
    {
        if (node is SourceList)
        {
            var argv = ArgumentListReader.Read(node, context);
            return argv.Count == 0 ? null : new Command { Name = NameOf(argv), Argv = argv };
        }

        if (MapReader.Of(node, "a command", context.Diagnostics) is not { } map)
        {
            return null;
        }

        var command = Read(map, context);
        map.Finish();
        return command;
    }

    private static Command? Read(MapReader map, DocumentContext context)
    {
        var argv = map.Node("argv") is { } list ? ArgumentListReader.Read(list, context) : [];
        var script = map.Text("script")?.ReplaceLineEndings("\n");
        var name = map.Text("name");
        var command = new Command
        {
            Name = name ?? (argv.Count > 0 ? NameOf(argv) : "script"),
            Argv = argv,
            Script = script,
            Shell = map.Word("shell", Shells),
            Findings = map.Integers("findings", 1, 255),
            OnFailure = map.Word("on-failure", Failures) is { } word ? (OnFailure)Array.IndexOf(Failures, word) : OnFailure.Stop,
            Stdout = Paths.Read(map, "stdout"),
            MakesFolders = map.Flag("makes-folders") ?? false,
            Always = map.Flag("always") ?? false,
            Makes = map.Node("makes") is { } kind ? ReportKinds.Read(kind, "makes", context.Diagnostics) : null,
        };
        CheckForm(command, map, context);
        return command.Argv.Count == 0 && script is null ? null : command;
    }

    private static void CheckForm(Command command, MapReader map, DocumentContext context)
    {
        if (map.Has("argv") == map.Has("script"))
        {
            context.Diagnostics.Add(StageDiagnostics.WrongValue, map.Span, "a command needs either \"argv\" or \"script\"");
        }
        else if (command.Script is not null && command.Shell is null)
        {
            context.Diagnostics.Add(
                StageDiagnostics.ScriptWithoutShell, map.Span, "a script must say its shell", $"add `shell:` with one of {string.Join(", ", Shells)}");
        }
        else if (command.Script is null && command.Shell is not null)
        {
            context.Diagnostics.Add(StageDiagnostics.WrongValue, map.Span, "\"shell\" belongs to \"script\", \"argv\" needs none");
        }
    }

    // "uv build" says more than "uv".
    private static string NameOf(IReadOnlyList<Value> argv) => string.Join(
        ' ', argv.OfType<LiteralValue>().Select(v => v.Text).Take(2).TakeWhile((text, i) => i == 0 || (text.Length > 0 && char.IsAsciiLetter(text[0]))));
}
