using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Spec.Text;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>The schedule is one that every platform runs.</summary>
internal sealed class CronRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1030", "Invalid schedule", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        if (spec.Schedule is { } schedule && CronExpression.Problem(schedule.Value) is { } problem)
        {
            context.Report(schedule.Span, $"the schedule {MessageText.Quote(schedule.Value)} is not valid: {problem}", "minute hour day month weekday in UTC, for example \"17 3 * * 1\"");
        }
    }
}
