using Scriban.Functions;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>An expression whose value is written (language reference, 9.1).</summary>
internal sealed class ExpressionStatement(ScriptExpression expression) : ScriptStatement
{
    public ScriptExpression Expression { get; } = expression;

    public override ScriptNodeKind Kind => ScriptNodeKind.ExpressionStatement;

    public override IEnumerable<ScriptNode> Children => [Expression];

    internal override void Execute(TemplateContext context)
    {
        var value = Expression.Evaluate(context);
        if (!context.EnableOutput)
        {
            context.LastValue = value;
            return;
        }

        if (value is string text && Expression is CallExpression { Target: GlobalVariable { Id.Text: "include" or "include_join" } } call
            && call.Target.EvaluateRaw(context) is IncludeFunction)
        {
            value = new StringBuilderOutput(text);
        }

        context.Write(Expression.Span, value);
    }
}
