using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Turns <c>from | to</c> into a call: the piped value becomes the first argument of the leftmost function of <c>to</c>.</summary>
internal static class Pipes
{
    public static ScriptExpression Connect(ScriptExpression from, ScriptExpression to)
    {
        var path = new Stack<ScriptExpression>();
        var leaf = to;
        while (Inner(leaf) is { } inner)
        {
            path.Push(leaf);
            leaf = inner;
        }

        var result = (ScriptExpression)leaf.At(leaf is CallExpression call
            ? new CallExpression(call.Target, [from, .. call.Arguments], isPiped: true, call.IsExplicit)
            : new CallExpression(leaf, [from], isPiped: true, isExplicit: false));
        while (path.TryPop(out var outer))
        {
            result = outer.At(Replace(outer, result));
        }

        return result;
    }

    /// <summary>The operand that is evaluated first, when it is not the expression itself that is called.</summary>
    private static ScriptExpression? Inner(ScriptExpression expression) => expression switch
    {
        BinaryExpression binary => binary.Left,
        ConditionalExpression conditional => conditional.Condition,
        CallExpression { IsPiped: true } call => call.Arguments[0],
        _ => null,
    };

    private static ScriptExpression Replace(ScriptExpression outer, ScriptExpression inner) => outer switch
    {
        BinaryExpression binary => new BinaryExpression(binary.Operator, inner, binary.Right, binary.OperatorStart),
        ConditionalExpression conditional => new ConditionalExpression(inner, conditional.WhenTrue, conditional.WhenFalse),
        CallExpression call => new CallExpression(call.Target, [inner, .. call.Arguments[1..]], isPiped: true, call.IsExplicit),
        _ => inner,
    };
}
