namespace Scriban.Syntax;

/// <summary>
/// A call, written <c>f a b</c>, <c>f(a, b)</c> or as a pipe <c>a | f b</c> whose value is the first argument
/// (language reference, 8.9).
/// </summary>
internal sealed class CallExpression(ScriptExpression target, ScriptExpression[] arguments, bool isPiped, bool isExplicit) : ScriptExpression
{
    public ScriptExpression Target { get; } = target;

    public ScriptExpression[] Arguments { get; } = arguments;

    /// <summary>Whether the first argument came through a pipe.</summary>
    public bool IsPiped { get; } = isPiped;

    /// <summary>Whether the arguments stand in parentheses.</summary>
    public bool IsExplicit { get; } = isExplicit;

    public override ScriptNodeKind Kind => ScriptNodeKind.Call;

    public override string? Name => Target.Name;

    public override IEnumerable<ScriptNode> Children => [Target, .. Arguments];

    internal override object? Evaluate(TemplateContext context) => Functions.Invoker.Call(context, this, null);
}
