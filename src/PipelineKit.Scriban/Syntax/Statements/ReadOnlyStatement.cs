namespace Scriban.Syntax;

/// <summary><c>readonly</c>: a variable can not be written any more (language reference, 9.7).</summary>
internal sealed class ReadOnlyStatement(ScriptExpression variable) : ScriptStatement
{
    public override ScriptNodeKind Kind => ScriptNodeKind.ReadOnly;

    public override string? Name => variable.Name;

    public override IEnumerable<ScriptNode> Children => [variable];

    internal override void Execute(TemplateContext context)
    {
        switch (variable)
        {
            case GlobalVariable global:
                context.CurrentGlobal.SetReadOnly(global.Id.Text, readOnly: true);
                break;
            case LocalVariable local:
                (context.Locals ??= new Runtime.ScriptObject()).SetReadOnly(local.Id.Text, readOnly: true);
                break;
        }
    }
}
