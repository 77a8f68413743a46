using Scriban.Evaluation;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary><c>!x</c>, <c>-x</c> or <c>+x</c> (language reference, 8.6).</summary>
internal sealed class UnaryExpression(TokenType op, ScriptExpression operand) : ScriptExpression
{
    public override ScriptNodeKind Kind => ScriptNodeKind.Unary;

    public override string Name => op switch
    {
        TokenType.Exclamation => "!",
        TokenType.Minus => "-",
        _ => "+",
    };

    public override IEnumerable<ScriptNode> Children => [operand];

    internal override object? Evaluate(TemplateContext context)
    {
        TemplateContext.GuardStack(this);
        var value = operand.Evaluate(context);
        return op == TokenType.Exclamation
            ? Boxes.Of(!context.ToBool(operand.Span, value))
            : OfNumber(context, value);
    }

    private object? OfNumber(TemplateContext context, object? value)
    {
        if (value is null)
        {
            return null;
        }

        if (value is TimeSpan span && span != TimeSpan.MinValue)
        {
            return op == TokenType.Minus ? -span : span;
        }

        if (!Numbers.IsNumber(value) && value is not bool)
        {
            throw new ScriptRuntimeException(Span, $"Unexpected value `{context.ObjectToString(value)} / Type: {context.GetTypeName(value)}`. Cannot negate(-)/positive(+) a non-numeric value");
        }

        return op == TokenType.Minus ? Numbers.Negate(value is bool flag ? (flag ? 1 : 0) : value) : value;
    }
}
