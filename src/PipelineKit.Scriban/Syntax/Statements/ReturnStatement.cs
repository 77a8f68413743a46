using Scriban.Evaluation;

namespace Scriban.Syntax;

/// <summary><c>ret</c>: ends a function, an include or the page (language reference, 9.12).</summary>
internal sealed class ReturnStatement(ScriptExpression? value) : ScriptStatement
{
    public override ScriptNodeKind Kind => ScriptNodeKind.Return;

    public override IEnumerable<ScriptNode> Children => value is null ? [] : [value];

    internal override void Execute(TemplateContext context)
    {
        context.ReturnValue = value?.Evaluate(context);
        context.Flow = FlowState.Return;
    }
}
