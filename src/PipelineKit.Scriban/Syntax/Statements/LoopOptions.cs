namespace Scriban.Syntax;

/// <summary><c>offset</c>, <c>reversed</c>, <c>limit</c> and <c>cols</c> of a loop; they apply in this order.</summary>
internal sealed record LoopOptions(ScriptExpression? Offset, bool IsReversed, ScriptExpression? Limit, ScriptExpression? Columns)
{
    public IEnumerable<ScriptExpression> Expressions
    {
        get
        {
            ScriptExpression?[] all = [Offset, Limit, Columns];
            return all.OfType<ScriptExpression>();
        }
    }

    /// <summary>First index and number of the rounds.</summary>
    public (long First, int Count) Select(TemplateContext context, long count)
    {
        var offset = Math.Max(0, Value(context, Offset));
        var remaining = Math.Max(0, count - offset);
        var limit = Value(context, Limit);
        var rounds = limit > 0 ? Math.Min(limit, remaining) : remaining;
        return (IsReversed ? count - 1 : offset, (int)Math.Min(rounds, int.MaxValue));
    }

    public static int Value(TemplateContext context, ScriptExpression? option) =>
        option is null ? 0 : context.ToInt(option.Span, option.Evaluate(context));
}
