using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary>One call: who calls, where its positional values begin on the stack, how many there are, and the named ones.</summary>
internal readonly record struct CallSite(ScriptNode Caller, int Base, int Count, NamedValue[]? Named, ScriptBlockStatement? Block)
{
    /// <summary>Where the argument at this position was written; the call itself when that is not known.</summary>
    public SourceSpan SpanOf(int position) =>
        Caller is CallExpression call && position < call.Arguments.Length && call.Arguments[position] is var node
            && node is not (NamedArgument or ExpandExpression)
            ? node.Span
            : Caller.Span;

    public ScriptRuntimeException WrongCount(SourceSpan span, int given, int expected) =>
        new(span, $"Invalid number of arguments `{given}` passed to `{Caller}` while expecting `{expected}` arguments");

    public ScriptRuntimeException UnknownName(NamedValue named) =>
        new(named.Node.Span, $"Invalid argument name `{named.Name}` passed to `{Caller}`");
}
