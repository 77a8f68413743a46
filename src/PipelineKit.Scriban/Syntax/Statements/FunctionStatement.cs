using Scriban.Functions;

namespace Scriban.Syntax;

/// <summary>A named function (language reference, 7.1, 7.3 and 7.4); it exists from when the statement is executed.</summary>
internal sealed class FunctionStatement(ScriptExpression name, FunctionDefinition definition) : ScriptStatement
{
    public override ScriptNodeKind Kind => ScriptNodeKind.Function;

    public override string? Name => name.Name;

    public override IEnumerable<ScriptNode> Children => definition.Children;

    internal override void Execute(TemplateContext context) =>
        ((IAssignable)name).Assign(context, new ScriptFunction(definition));
}
