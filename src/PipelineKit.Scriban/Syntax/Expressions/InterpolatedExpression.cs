using System.Globalization;
using System.Text;

namespace Scriban.Syntax;

/// <summary>An interpolated string (language reference, 3.1): its values are printed as the platform does, so that true is <c>True</c>.</summary>
internal sealed class InterpolatedExpression(ScriptExpression[] parts) : ScriptExpression
{
    public override ScriptNodeKind Kind => ScriptNodeKind.InterpolatedString;

    public override IEnumerable<ScriptNode> Children => parts.Where(static part => part is not LiteralExpression { Value: string });

    internal override object? Evaluate(TemplateContext context)
    {
        TemplateContext.GuardStack(this);
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(Shown(context, part.Evaluate(context)));
            context.CheckLength(Span, text.Length);
        }

        return text.ToString();
    }

    private static string Shown(TemplateContext context, object? value) => value switch
    {
        bool flag => flag.ToString(CultureInfo.InvariantCulture),
        _ => context.ObjectToString(value),
    };
}
