using PipelineKit.Core.Diagnostics;
using Shouldly;

namespace PipelineKit.Core.Tests.Diagnostics;

public sealed class MessageTextTests
{
    [Theory]
    [InlineData("lnt", "lint")]
    [InlineData("tset-coverage", "test-coverage")]
    [InlineData("LINT", "lint")]
    [InlineData("license-chek", "licence-check")]
    [InlineData("zzz", null)]
    [InlineData("", null)]
    public void The_nearest_word_is_found(string word, string? expected) =>
        NearestMatch.Find(word, ["docs", "lint", "licence-check", "test-coverage"]).ShouldBe(expected);

    [Fact]
    public void Equally_near_words_are_taken_in_order() => NearestMatch.Find("a1", ["a3", "a2"]).ShouldBe("a2");

    [Fact]
    public void Values_are_quoted_on_one_line_and_cut() =>
        new[] { "a\nb", "x\u202Ey", new string('a', 61) }.Select(MessageText.Quote)
            .ShouldBe(["\"a\\u000ab\"", "\"x\\u202ey\"", "\"" + new string('a', 59) + "…\""]);

    [Fact]
    public void Alternatives_are_sorted_once() => MessageText.ExpectedOneOf(["b", "a", "b"]).ShouldBe("expected one of \"a\", \"b\"");

    [Fact]
    public void Diagnostics_are_sorted_and_told_once()
    {
        var bag = new DiagnosticBag();
        var descriptor = new DiagnosticDescriptor("PK1", "t", Severity.Error);
        bag.Add(descriptor, new SourceSpan("b", 1, 1, 1), "x");
        bag.Add(descriptor, new SourceSpan("a", 2, 1, 1), "y");
        bag.Add(descriptor, new SourceSpan("a", 1, 9, 1), "z");
        bag.Add(descriptor, new SourceSpan("a", 1, 9, 1), "z");

        bag.Sorted().Select(d => d.Message).ShouldBe(["z", "y", "x"]);
    }
}
