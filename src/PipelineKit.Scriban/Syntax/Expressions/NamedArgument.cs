namespace Scriban.Syntax;

/// <summary><c>name: value</c> in a call (language reference, 8.9 "Named arguments").</summary>
internal sealed class NamedArgument(string name, ScriptExpression value) : ScriptExpression
{
    public ScriptExpression Value { get; } = value;

    public override ScriptNodeKind Kind => ScriptNodeKind.NamedArgument;

    public override string Name => name;

    public override IEnumerable<ScriptNode> Children => [Value];

    internal override object? Evaluate(TemplateContext context) => Value.Evaluate(context);
}
