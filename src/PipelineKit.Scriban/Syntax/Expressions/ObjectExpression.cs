using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>An object literal (language reference, section 5); of equal keys the last one wins.</summary>
internal sealed class ObjectExpression((Identifier Name, ScriptExpression Value)[] members) : ScriptExpression
{
    public override ScriptNodeKind Kind => ScriptNodeKind.Object;

    public override IEnumerable<ScriptNode> Children => members.Select(static member => member.Value);

    internal override object? Evaluate(TemplateContext context)
    {
        TemplateContext.GuardStack(this);
        var result = new ScriptObject();
        foreach (var (name, value) in members)
        {
            result.TrySetMember(name.Text, name.Hash, value.Evaluate(context));
        }

        return result;
    }
}
