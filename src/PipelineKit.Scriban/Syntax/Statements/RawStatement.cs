namespace Scriban.Syntax;

/// <summary>Text that is copied to the output (language reference, 1.2 and 1.3).</summary>
internal sealed class RawStatement : ScriptStatement
{
    public override ScriptNodeKind Kind => ScriptNodeKind.Raw;

    internal override void Execute(TemplateContext context) => context.Write(Source!.Text.AsSpan(Start, End - Start));
}
