using Scriban.Evaluation;

namespace Scriban.Syntax;

/// <summary><c>while</c> (language reference, 9.5).</summary>
internal sealed class WhileStatement(ScriptExpression condition, ScriptBlockStatement body) : ScriptStatement
{
    public override ScriptNodeKind Kind => ScriptNodeKind.While;

    public override IEnumerable<ScriptNode> Children => [condition, body];

    internal override void Execute(TemplateContext context)
    {
        var frame = new LoopFrame(context.Loops, LoopKind.While, null);
        context.Loops = frame;
        context.EnterLoop();
        for (var i = 0; context.ToBool(condition.Span, condition.Evaluate(context)); i++)
        {
            context.StepLoop(this);
            frame.Index = i;
            body.Execute(context);
            if (context.Flow is FlowState.Break or FlowState.Return)
            {
                break;
            }

            context.Flow = FlowState.None;
        }

        context.Flow = context.Flow == FlowState.Return ? FlowState.Return : FlowState.None;
        context.ExitLoop();
        context.Loops = frame.Outer;
    }
}
