using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary><c>with</c>: an object becomes the current one; local variables are hidden (language reference, 9.9).</summary>
internal sealed class WithStatement(ScriptExpression subject, ScriptBlockStatement body) : ScriptStatement
{
    public override ScriptNodeKind Kind => ScriptNodeKind.With;

    public override IEnumerable<ScriptNode> Children => [subject, body];

    internal override void Execute(TemplateContext context)
    {
        var value = subject.Evaluate(context);
        if (value is not IScriptObject target)
        {
            var shown = value is null ? "null" : value.GetType().Name;
            throw new ScriptRuntimeException(subject.Span, $"Invalid target property `{subject}` used for [with] statement. Must be a ScriptObject instead of `{shown}`");
        }

        var locals = context.Locals;
        context.Locals = null;
        context.PushGlobal(target);
        body.Execute(context);
        context.PopGlobal();
        context.Locals = locals;
    }
}
