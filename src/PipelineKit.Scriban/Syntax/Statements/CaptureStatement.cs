using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary><c>capture</c>: the output of the block becomes a value (language reference, 9.6).</summary>
internal sealed class CaptureStatement(ScriptExpression target, ScriptBlockStatement body) : ScriptStatement
{
    public override ScriptNodeKind Kind => ScriptNodeKind.Capture;

    public override string? Name => target.Name;

    public override IEnumerable<ScriptNode> Children => [target, body];

    internal override void Execute(TemplateContext context)
    {
        if (target is not IAssignable assignable)
        {
            throw new ScriptRuntimeException(target.Span, "Unsupported target expression for capture.");
        }

        context.PushOutput(out var outer);
        body.Execute(context);
        assignable.Assign(context, new StringBuilderOutput(context.PopOutput(outer)));
    }
}
