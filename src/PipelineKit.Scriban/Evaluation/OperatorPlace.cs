using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Evaluation;

/// <summary>Where an operator is being evaluated: its errors point at the operator or at one of its operands.</summary>
internal readonly record struct OperatorPlace(ScriptNode Node, int OperatorStart, ScriptNode? Left = null, ScriptNode? Right = null)
{
    public SourceSpan Operator => Node.Source is { } source ? new SourceSpan(source, OperatorStart, OperatorStart + 1) : Node.Span;

    public SourceSpan LeftSpan => (Left ?? Node).Span;

    public SourceSpan RightSpan => (Right ?? Node).Span;

    public ScriptRuntimeException Fail(string message) => new(Operator, message);
}
