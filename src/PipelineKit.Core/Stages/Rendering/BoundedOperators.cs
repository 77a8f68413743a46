using PipelineKit.Core.Stages.Recipes;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace PipelineKit.Core.Stages.Rendering;

/// <summary>
/// Operators that the library leaves too much freedom: a sum takes nothing for an empty text, a product repeats a text as often as it says, and
/// powers and shifts make numbers without end.
/// </summary>
internal static class BoundedOperators
{
    /// <summary>True for an operation that is evaluated here.</summary>
    public static bool Concerns(ScriptBinaryExpression operation) => operation.Operator
        is ScriptBinaryOperator.Add or ScriptBinaryOperator.Multiply or ScriptBinaryOperator.Power or ScriptBinaryOperator.ShiftLeft or ScriptBinaryOperator.ShiftRight;

    /// <summary>The result of an operation.</summary>
    /// <exception cref="ScriptRuntimeException">An operand has no value, or the operation is not for it.</exception>
    public static object? Evaluate(TemplateContext context, ScriptBinaryExpression operation)
    {
        if (operation.Operator is not (ScriptBinaryOperator.Add or ScriptBinaryOperator.Multiply))
        {
            throw new ScriptRuntimeException(operation.Span, "powers and shifts are not there in templates");
        }

        var left = Operand(context, operation.Left!);
        var right = Operand(context, operation.Right!);
        if (operation.Operator == ScriptBinaryOperator.Multiply && (left is string or ScriptArray || right is string or ScriptArray))
        {
            throw new ScriptRuntimeException(operation.Span, "only numbers can be multiplied");
        }

        return ScriptBinaryExpression.Evaluate(
            context, operation.Span, operation.Operator, operation.Left!.Span, Beside(right, left), operation.Right!.Span, Beside(left, right));
    }

    private static object Operand(TemplateContext context, ScriptExpression expression) =>
        context.Evaluate(expression) ?? throw StageTemplateContext.NoValue(expression);

    // A number or a boolean beside a text is written as in an argument, whatever the culture.
    private static object Beside(object other, object value) =>
        other is string && value is not string and IFormattable or bool && other is string ? PlainValue.Text(value) : value;
}
