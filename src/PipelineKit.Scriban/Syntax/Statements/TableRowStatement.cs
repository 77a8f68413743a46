using System.Globalization;
using Scriban.Evaluation;

namespace Scriban.Syntax;

/// <summary><c>tablerow</c>: a loop that writes rows and cells of an HTML table (language reference, 9.5).</summary>
internal sealed class TableRowStatement(ScriptExpression variable, ScriptExpression iterator, LoopOptions options, ScriptBlockStatement body, ScriptBlockStatement? otherwise)
    : ForStatement(variable, iterator, options, body, otherwise)
{
    public override ScriptNodeKind Kind => ScriptNodeKind.TableRow;

    protected override LoopKind LoopKind => LoopKind.TableRow;

    protected override void Begin(TemplateContext context, LoopFrame frame) =>
        frame.Columns = Math.Max(1, Options.Columns is null ? 1 : LoopOptions.Value(context, Options.Columns));

    protected override void ExecuteRound(TemplateContext context, LoopFrame frame)
    {
        var column = frame.Index % frame.Columns;
        var row = frame.Index / frame.Columns;
        frame.Column = column + 1;
        if (column == 0)
        {
            context.Write(string.Create(CultureInfo.InvariantCulture, $"<tr class=\"row{row + 1}\">"));
        }

        context.Write(string.Create(CultureInfo.InvariantCulture, $"<td class=\"col{column + 1}\">"));
        Body.Execute(context);
        context.Write("</td>");
        if (column == frame.Columns - 1)
        {
            context.Write("</tr>").WriteLine();
        }
    }

    protected override void Finish(TemplateContext context, LoopFrame frame)
    {
        if (frame.Column != frame.Columns)
        {
            context.Write("</tr>").WriteLine();
        }
    }
}
