using PipelineKit.Core.Spec.Text;
using Shouldly;

namespace PipelineKit.Core.Tests.Spec.Text;

public sealed class CronExpressionTests
{
    [Theory]
    [InlineData("17 3 * * 1")]
    [InlineData("*/15 * * * *")]
    [InlineData("0,30 8-18 * * mon-FRI")]
    [InlineData("5 4 1,15 jan *")]
    [InlineData("0 0 29 2 *")]
    [InlineData("0 0 31 2 0")]
    [InlineData("10/20 * * * *")]
    [InlineData("0 4/6 * * *")]
    public void What_every_platform_runs_is_accepted(string text) => CronExpression.Problem(text).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("* * * *")]
    [InlineData("* * * * * *")]
    [InlineData("60 * * * *")]
    [InlineData("0 24 * * *")]
    [InlineData("0 0 0 * *")]
    [InlineData("0 0 * 13 *")]
    [InlineData("0 0 * * 7")]
    [InlineData("0 0 * * monday")]
    [InlineData("0 5-3 * * *")]
    [InlineData("*/0 * * * *")]
    [InlineData("0 0 L * *")]
    [InlineData("-5 * * * *")]
    [InlineData("0 0 31 4,6 *")]
    [InlineData("* * * * *")]
    [InlineData("0,58 * * * *")]
    [InlineData("1,3 2 * * *")]
    [InlineData("@weekly")]
    [InlineData("0 0 ? * *")]
    [InlineData("1,,2 * * * *")]
    public void What_some_platform_refuses_is_refused(string text) => CronExpression.Problem(text).ShouldNotBeNull();
}
