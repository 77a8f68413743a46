using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>A command is a program and its arguments, each an item of its own; no shell reads them.</summary>
internal sealed class CommandRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1038", "Command not allowed", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        foreach (var argv in spec.Projects.SelectMany(p => p.Stages).SelectMany(s => s.Inline?.Run ?? []))
        {
            var program = argv[0];
            if (program.Value.Length == 0 || program.Value[0] == '-' || char.IsWhiteSpace(program.Value[0]))
            {
                context.Report(program.Span, $"a command may not begin with {MessageText.Quote(program.Value)}", "the first argument is the program");
            }
            else if (argv.Count == 1 && program.Value.Contains(' ', StringComparison.Ordinal))
            {
                var words = program.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                context.Report(program.Span, $"no program is called {MessageText.Quote(program.Value)}", $"one argument per item: [{string.Join(", ", words)}]");
            }

            foreach (var argument in argv.Where(a => a.Value.AsSpan().ContainsAny('\n', '\r')))
            {
                context.Report(argument.Span, "an argument may not hold a line break", "move the text into a script file of the repository");
            }
        }
    }
}
