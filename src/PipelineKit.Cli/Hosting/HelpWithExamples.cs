using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace PipelineKit.Cli.Hosting;

/// <summary>Prints a command's examples below its own help, and leaves them out of the list of commands.</summary>
internal sealed class HelpWithExamples : SynchronousCommandLineAction
{
    private const string Heading = "\n\nExamples:\n";

    private readonly SynchronousCommandLineAction _help;
    private readonly Dictionary<Command, string> _examples = [];

    private HelpWithExamples(SynchronousCommandLineAction help) => _help = help;

    /// <summary>Takes the examples out of the descriptions of all commands below <paramref name="root"/>.</summary>
    public static void Apply(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().First();
        var action = new HelpWithExamples((SynchronousCommandLineAction)option.Action!);
        action.Take(root);
        option.Action = action;
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var exit = _help.Invoke(parseResult);
        if (_examples.TryGetValue(parseResult.CommandResult.Command, out var examples))
        {
            parseResult.InvocationConfiguration.Output.Write($"Examples:\n{examples.TrimEnd()}\n");
        }

        return exit;
    }

    private void Take(Command command)
    {
        var text = (command.Description ?? "").ReplaceLineEndings("\n");
        if (text.IndexOf(Heading, StringComparison.Ordinal) is > 0 and var at)
        {
            _examples[command] = text[(at + Heading.Length)..];
            command.Description = text[..at];
        }

        foreach (var inner in command.Subcommands)
        {
            Take(inner);
        }
    }
}
