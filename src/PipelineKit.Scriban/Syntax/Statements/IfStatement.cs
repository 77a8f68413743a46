namespace Scriban.Syntax;

/// <summary><c>if</c>, <c>else if</c> and <c>else</c> (language reference, 9.3).</summary>
internal sealed class IfStatement((ScriptExpression Condition, ScriptBlockStatement Body)[] branches, ScriptBlockStatement? otherwise) : ScriptStatement
{
    public override ScriptNodeKind Kind => ScriptNodeKind.If;

    public override IEnumerable<ScriptNode> Children
    {
        get
        {
            foreach (var (condition, body) in branches)
            {
                yield return condition;
                yield return body;
            }

            if (otherwise is not null)
            {
                yield return otherwise;
            }
        }
    }

    internal override void Execute(TemplateContext context)
    {
        foreach (var (condition, body) in branches)
        {
            if (context.ToBool(condition.Span, condition.Evaluate(context)))
            {
                body.Execute(context);
                return;
            }
        }

        otherwise?.Execute(context);
    }
}
