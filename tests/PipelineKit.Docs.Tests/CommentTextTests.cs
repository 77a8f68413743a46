using System.Xml.Linq;
using Shouldly;

namespace PipelineKit.Docs.Tests;

/// <summary>Comments of the sources as Markdown.</summary>
public sealed class CommentTextTests
{
    private readonly List<string> _problems = [];

    [Theory]
    [InlineData("Two\n   lines.", "Two lines.")]
    [InlineData("a *b* [c] &lt;d&gt; e_f", @"a \*b\* \[c\] \<d\> e\_f")]
    [InlineData("<c>a`b</c>", "`` a`b ``")]
    [InlineData("<see langword=\"null\" /> or <paramref name=\"text\" />", "`null` or `text`")]
    [InlineData("see <see cref=\"T:Kit.Job\" />", "see [`Job`](Kit.Job.md)")]
    [InlineData("see <see cref=\"P:Kit.Job.Id\" />", "see [`Job.Id`](Kit.Job.md)")]
    [InlineData("an <see cref=\"T:System.ArgumentException\" />", "an `ArgumentException`")]
    [InlineData("<code>\nfirst\n  second\n</code>", "```\nfirst\n  second\n```")]
    public void A_comment_becomes_Markdown(string comment, string markdown)
    {
        Text(comment).ShouldBe(markdown);
        _problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<see cref=\"!:Nobody\" />", "the reference to \"Nobody\" leads nowhere")]
    [InlineData("<blink>x</blink>", "the element <blink> is not known here")]
    public void What_leads_nowhere_is_a_problem(string comment, string problem)
    {
        Text(comment);

        _problems.ShouldBe([problem]);
    }

    private string Text(string comment) =>
        new CommentText(new HashSet<string> { "Kit.Job" }, _problems.Add).Of(XElement.Parse($"<summary>{comment}</summary>", LoadOptions.PreserveWhitespace));
}
