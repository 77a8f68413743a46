using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PipelineKit.Parity.Tests.Posix;
using PipelineKit.Parity.Tests.Reading;

namespace PipelineKit.Parity.Tests.GitHub;

/// <summary>The commands of a job out of its steps.</summary>
internal static partial class StepCommands
{
    public static JsonArray Read(IReadOnlyList<Step> steps)
    {
        var commands = new List<JsonObject>();
        foreach (var (at, step) in steps.Index())
        {
            var next = steps.Skip(at + 1).FirstOrDefault(s => !s.IsAlways);
            var later = !step.IsAlways && next is not null && next.RunsAfterFailureOf(step);
            commands.Add(Command(step, later));
        }

        return Shape.InOrder(commands);
    }

    private static JsonObject Command(Step step, bool later)
    {
        var body = step.Commands switch
        {
            [var line] => OfLine(line, step, later),
            [var folder, var line] when IsFolderOf(folder, line.Stdout) => OfLine(line, step, later),
            _ => OfScript(step, later),
        };
        if (step.IsConditional && step.Asks is null)
        {
            body["condition"] = "unknown";
        }

        return body;
    }

    private static bool IsFolderOf(CommandLine folder, string? file) =>
        folder.IsBare && file?.LastIndexOf('/') is > 0 and var slash && folder.Text is var text && (text == "mkdir -p " + file[..slash] || text == "mkdir -p ./" + file[..slash]);

    private static JsonObject OfLine(CommandLine line, Step step, bool later) => line.Failure is Failure.Stops or Failure.PassesForCodes
        ? Shape.Command(new JsonObject { ["argv"] = Shape.Argv(line) }, line.Stdout, line.Codes, later, step.IsAlways)
        : throw new UnreadableException($"not known on GitHub: {step.Run}");

    private static JsonObject OfScript(Step step, bool later)
    {
        var text = step.Run;
        IReadOnlyList<int> codes = [];
        string? stdout = null;
        if (step.Shell != "pwsh")
        {
            if (Trap().Match(text) is { Success: true } trap)
            {
                codes = CommandLine.ToCodes(trap.Groups[1].Value);
                text = text[trap.Length..];
            }

            if (Redirection().Match(text) is { Success: true } redirection)
            {
                stdout = WordSplitter.Split(redirection.Groups[1].Value)[0].Word!.Text;
                text = text[redirection.Length..];
            }
        }

        return Shape.Command(Shape.Script(text, step.Shell), stdout, codes, later, step.IsAlways);
    }

    [GeneratedRegex(@"^trap 'case \$\? in (\d+(?: \| \d+)*)\) exit 0 ;; esac' EXIT\n", RegexOptions.CultureInvariant)]
    private static partial Regex Trap();

    [GeneratedRegex(@"^(?:mkdir -p .*\n)?exec > (.*)\n", RegexOptions.CultureInvariant)]
    private static partial Regex Redirection();
}
