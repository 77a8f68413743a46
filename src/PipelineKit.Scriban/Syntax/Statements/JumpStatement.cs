using Scriban.Evaluation;

namespace Scriban.Syntax;

/// <summary><c>break</c> and <c>continue</c> (language reference, 9.5).</summary>
internal sealed class JumpStatement(bool isBreak) : ScriptStatement
{
    public override ScriptNodeKind Kind => isBreak ? ScriptNodeKind.Break : ScriptNodeKind.Continue;

    internal override void Execute(TemplateContext context)
    {
        if (context.IsInLoop)
        {
            context.Flow = isBreak ? FlowState.Break : FlowState.Continue;
        }
        else if (context.EnableBreakAndContinueAsReturnOutsideLoop)
        {
            context.Flow = FlowState.Return;
        }
        else
        {
            throw new ScriptRuntimeException(Span, $"The <{(isBreak ? "break" : "continue")}> statement can only be used inside for/while loops");
        }
    }
}
