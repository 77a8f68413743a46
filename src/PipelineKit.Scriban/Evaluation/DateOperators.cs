using Scriban.Runtime;

namespace Scriban.Evaluation;

/// <summary>Operators on dates: difference, comparison, and adding a time span (built-in functions, "date").</summary>
internal static class DateOperators
{
    public static bool TryCalculate(BinaryOperator op, object left, object right, out object? result)
    {
        var date = DateOf(left);
        result = right switch
        {
            TimeSpan span when op == BinaryOperator.Add => Shift(date, span),
            TimeSpan span when op == BinaryOperator.Subtract => Shift(date, -span),
            DateTime or DateTimeOffset => Compare(op, date, DateOf(right)),
            _ => null,
        };
        return result is not null;
    }

    private static DateTime DateOf(object value) => value is DateTimeOffset offset ? offset.DateTime : (DateTime)value;

    private static DateTime Shift(DateTime date, TimeSpan span)
    {
        var ticks = Int128.Clamp((Int128)date.Ticks + span.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks);
        return new DateTime((long)ticks, date.Kind);
    }

    private static object? Compare(BinaryOperator op, DateTime left, DateTime right) => op switch
    {
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Equal => Boxes.Of(left == right),
        BinaryOperator.NotEqual => Boxes.Of(left != right),
        BinaryOperator.Less => Boxes.Of(left < right),
        BinaryOperator.LessOrEqual => Boxes.Of(left <= right),
        BinaryOperator.Greater => Boxes.Of(left > right),
        BinaryOperator.GreaterOrEqual => Boxes.Of(left >= right),
        _ => null,
    };
}
