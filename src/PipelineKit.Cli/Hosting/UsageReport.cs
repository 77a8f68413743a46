using System.CommandLine;
using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Cli.Hosting;

/// <summary>Says what was not understood on a command line, and what was probably meant.</summary>
internal static class UsageReport
{
    public static void Write(ParseResult parsed, TextWriter error)
    {
        var unknown = parsed.UnmatchedTokens.Distinct(StringComparer.Ordinal).ToList();
        foreach (var message in parsed.Errors.Select(e => e.Message).Distinct(StringComparer.Ordinal))
        {
            // That a command is missing says nothing where one was given and not known.
            if (unknown.Count == 0 || unknown.Any(token => message.Contains($"'{token}'", StringComparison.Ordinal)) || parsed.CommandResult.Command.Subcommands.Count == 0)
            {
                error.WriteLine($"error: {HiddenText.Visible(message)}");
            }
        }

        foreach (var token in unknown)
        {
            if (NearestMatch.Find(token, Known(parsed.CommandResult.Command, token)) is { } near)
            {
                error.WriteLine($"hint: did you mean `{near}`?");
            }
        }

        error.WriteLine($"see `{NameOf(parsed.CommandResult.Command)} --help`");
    }

    // Options of a command, or commands below it; never the one where the other was tried.
    private static IEnumerable<string> Known(Command command, string token) => token.StartsWith('-')
        ? command.Options.SelectMany(o => o.Aliases.Append(o.Name)).Where(name => name.StartsWith("--", StringComparison.Ordinal))
        : command.Subcommands.Where(c => !c.Hidden).Select(c => c.Name);

    private static string NameOf(Command command)
    {
        var names = new Stack<string>();
        for (Symbol? symbol = command; symbol is not null; symbol = symbol.Parents.FirstOrDefault())
        {
            names.Push(symbol is RootCommand ? "pipelinekit" : symbol.Name);
        }

        return string.Join(' ', names);
    }
}
