using PipelineKit.Parity.Tests.Reading;
using PipelineKit.Parity.Tests.Trace;

namespace PipelineKit.Parity.Tests;

/// <summary>Conditions and texts of steps mean what GitHub's documentation of expressions says.</summary>
public sealed class TraceExpressionTests
{
    [Theory]
    [InlineData(null, true, true)]
    [InlineData(null, false, false)]
    [InlineData("${{ !cancelled() }}", false, true)]
    [InlineData("always()", false, true)]
    [InlineData("failure()", true, false)]
    [InlineData("failure()", false, true)]
    [InlineData("${{ success() || failure() }}", false, true)]
    [InlineData("${{ !cancelled() && steps.good.outcome == 'success' }}", false, true)]
    [InlineData("${{ !cancelled() && steps.bad.outcome == 'success' }}", false, false)]
    [InlineData("${{ !cancelled() && steps.bad.outcome != 'skipped' }}", false, true)]
    [InlineData("${{ !cancelled() && (steps.bad.outcome == 'success' || steps.good.outcome == 'success') }}", false, true)]
    [InlineData("steps.good.outcome == 'success'", true, true)]
    [InlineData("steps.good.outcome == 'success'", false, false)]
    public void A_condition_holds(string? condition, bool passed, bool expected) => Make().Holds(condition, passed).ShouldBe(expected);

    [Theory]
    [InlineData("plain $HOME", "plain $HOME")]
    [InlineData("${{ matrix.node-version }}.x", "22.x")]
    [InlineData("a ${{ '${{' }} secrets.X }} b", "a ${{ secrets.X }} b")]
    [InlineData("${{ 'it''s' }}", "it's")]
    [InlineData("${{ secrets.TOKEN }}", "secret TOKEN")]
    public void A_text_is_filled_in(string text, string expected) => Make().Fill(text).ShouldBe(expected);

    [Theory]
    [InlineData("${{ github.ref }}")]
    [InlineData("${{ steps.unknown.outcome }}")]
    [InlineData("${{ fromJSON('1') }}")]
    [InlineData("${{ 'a' 'b' }}")]
    public void What_it_does_not_know_is_an_error(string text) => Should.Throw<UnreadableException>(() => Make().Fill(text));

    private static GitHubExpression Make() => new(new Dictionary<string, string> { ["node-version"] = "22" }, name => "secret " + name)
    {
        Outcomes = { ["good"] = "success", ["bad"] = "failure" },
    };
}
