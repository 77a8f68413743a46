using Scriban.Functions;

namespace Scriban.Syntax;

/// <summary><c>wrap</c>: calls a function with a block that it runs as <c>$$</c> (language reference, 9.10).</summary>
internal sealed class WrapStatement(ScriptExpression target, ScriptBlockStatement body) : ScriptStatement
{
    public override ScriptNodeKind Kind => ScriptNodeKind.Wrap;

    public override IEnumerable<ScriptNode> Children => [target, body];

    internal override void Execute(TemplateContext context)
    {
        var call = target as CallExpression ?? (target is NestedExpression ? null : target.At(new CallExpression(target, [], isPiped: false, isExplicit: false)));
        if (call is null || call.Target.EvaluateRaw(context) is not Runtime.IScriptCustomFunction)
        {
            throw new ScriptRuntimeException(target.Span, $"Expecting a direct function instead of the expression `{target}/{Describe(target)}`");
        }

        context.Write(target.Span, Invoker.Call(context, call, body));
    }

    private static string Describe(ScriptExpression expression) => expression switch
    {
        GlobalVariable or LocalVariable => "variable",
        NestedExpression => "nested expression",
        CallExpression => "function call",
        MemberExpression => "member",
        _ => "expression",
    };
}
