using Scriban.Evaluation;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary>The order of <c>array.sort</c>: null first, then as the comparison operators say; strings linguistically.</summary>
internal sealed class ItemComparer(TemplateContext context, ScriptNode caller) : IComparer<object?>
{
    public int Compare(object? x, object? y)
    {
        context.Tick(caller);
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        if (x is string first && y is string second)
        {
            return string.Compare(first, second, StringComparison.InvariantCulture);
        }

        var place = new OperatorPlace(caller, caller.Start);
        if (Operators.Calculate(context, place, BinaryOperator.Less, x, y) is true)
        {
            return -1;
        }

        return Operators.Calculate(context, place, BinaryOperator.Greater, x, y) is true ? 1 : 0;
    }
}
