using System.Text;
using PipelineKit.Core.Diagnostics;
using Shouldly;

namespace PipelineKit.Core.Tests.Diagnostics;

public sealed class SourceExcerptTests
{
    private static string Show(string source, int line, int column, int length)
    {
        var text = new StringBuilder();
        SourceExcerpt.Of(new SourceSpan("a", line, column, length), source)?.AppendTo(text, (_, t) => t);
        return text.ToString();
    }

    [Fact]
    public void The_line_stands_above_the_caret() => Show("a: 1\n  lnt:\n", 2, 3, 3).ShouldBe("2 |   lnt:\n  |   ^~~\n");

    [Fact]
    public void The_gutter_grows_with_the_number() => Show(new string('\n', 99) + "x: y", 100, 4, 1).ShouldBe("100 | x: y\n    |    ^\n");

    [Fact]
    public void A_tab_is_as_wide_in_both_lines() => Show("\ta:\tbc", 1, 5, 2).ShouldBe("1 |     a:  bc\n  |         ^~\n");

    [Fact]
    public void Wide_characters_take_two_columns() => Show("日本: x🚀y", 1, 6, 2).ShouldBe("1 | 日本: x🚀y\n  |        ^~\n");

    [Fact]
    public void Combining_marks_take_none() => Show("e\u0301e\u0301: x", 1, 7, 1).ShouldBe("1 | e\u0301e\u0301: x\n  |     ^\n");

    [Fact]
    public void Controls_and_direction_marks_become_visible() => Show("a\u001b[31m\u202Eb", 1, 1, 1).ShouldBe("1 | a\uFFFD[31m\uFFFDb\n  | ^\n");

    [Fact]
    public void A_long_line_is_cut_around_the_mark()
    {
        var shown = Show(new string('a', 500) + "MARK" + new string('b', 500), 1, 501, 4);

        shown.ShouldBe("1 | …" + new string('a', 30) + "MARK" + new string('b', 64) + "…\n  | " + new string(' ', 31) + "^~~~\n");
    }

    [Fact]
    public void A_long_line_is_cut_at_its_end_only_where_that_is_enough() =>
        Show("MARK" + new string('b', 500), 1, 1, 4).ShouldBe("1 | MARK" + new string('b', 94) + "…\n  | ^~~~\n");

    [Fact]
    public void A_mark_behind_the_end_of_a_line_is_one_caret() => Show("ab\n", 1, 9, 5).ShouldBe("1 | ab\n  |   ^\n");

    [Fact]
    public void A_whole_line_has_no_caret() => Show("ab\ncd", 2, 0, 0).ShouldBe("2 | cd\n");

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void No_such_line_is_no_excerpt(int line) => Show("ab\ncd", line, 1, 1).ShouldBe("");

    [Fact]
    public void Lines_end_as_the_reader_ends_them() => Show("a\r\nb\rc\nd", 4, 1, 1).ShouldBe("4 | d\n  | ^\n");
}
