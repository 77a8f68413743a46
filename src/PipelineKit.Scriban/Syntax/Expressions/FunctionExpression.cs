using Scriban.Functions;

namespace Scriban.Syntax;

/// <summary>An anonymous function <c>do … end</c> (language reference, 7.2).</summary>
internal sealed class FunctionExpression(FunctionDefinition definition) : ScriptExpression
{
    public override ScriptNodeKind Kind => ScriptNodeKind.Function;

    public override IEnumerable<ScriptNode> Children => definition.Children;

    internal override object? Evaluate(TemplateContext context) => new ScriptFunction(definition);
}
