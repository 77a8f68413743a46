using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>An array literal (language reference, section 6).</summary>
internal sealed class ArrayExpression(ScriptExpression[] items) : ScriptExpression
{
    public override ScriptNodeKind Kind => ScriptNodeKind.Array;

    public override IEnumerable<ScriptNode> Children => items;

    internal override object? Evaluate(TemplateContext context)
    {
        TemplateContext.GuardStack(this);
        var array = new ScriptArray(items.Length);
        foreach (var item in items)
        {
            array.Add(item.Evaluate(context));
        }

        return array;
    }
}
