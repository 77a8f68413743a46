using Scriban.Evaluation;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary><c>import</c>: the members of an object become members of the current one (language reference, 9.8).</summary>
internal sealed class ImportStatement(ScriptExpression subject) : ScriptStatement
{
    public override ScriptNodeKind Kind => ScriptNodeKind.Import;

    public override IEnumerable<ScriptNode> Children => [subject];

    internal override void Execute(TemplateContext context)
    {
        var value = subject.Evaluate(context);
        if (value is not (IScriptObject or System.Collections.IDictionary))
        {
            throw new ScriptRuntimeException(subject.Span, $"Unexpected value `{context.GetTypeName(value)}` for import. Expecting an plain script object.");
        }

        foreach (var (name, member) in MemberAccess.MembersOf(value).ToList())
        {
            context.CurrentGlobal.TrySetValue(context, subject.Span, name, member, readOnly: false);
        }
    }
}
