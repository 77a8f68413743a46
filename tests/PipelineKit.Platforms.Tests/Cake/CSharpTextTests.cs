using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using PipelineKit.Core.Model;
using PipelineKit.Platforms.Cake;
using Shouldly;

namespace PipelineKit.Platforms.Tests.Cake;

public sealed class CSharpTextTests
{
    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("a\"b\\c", "\"a\\\"b\\\\c\"")]
    [InlineData("a\r\n\tb\0", "\"a\\r\\n\\tb\\u0000\"")]
    [InlineData("é {x} 😀", "\"é {x} 😀\"")]
    [InlineData("\u2028\u202e\u200b\ufeff\u0085", "\"\\u2028\\u202e\\u200b\\ufeff\\u0085\"")]
    public void Literals_keep_what_can_be_seen_and_escape_the_rest(string text, string expected) => CSharpText.Literal(text).ShouldBe(expected);

    [Fact]
    public void A_lone_surrogate_is_escaped() => CSharpText.Literal("a\ud83d").ShouldBe("\"a\\ud83d\"");

    // Our escapes are those that JSON has too, so a JSON reader is an independent judge.
    [Fact]
    public void Any_text_comes_back() => Prop.ForAll<NonNull<string>>(text => JsonSerializer.Deserialize<string>(CSharpText.Literal(text.Get)) == text.Get)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Values_name_their_kind()
    {
        Value[] values = ["x", new MatrixValue("py"), new EnvReference("HOME"), new ServiceValue("db", "host"), new SecretValue("T", true), new SecretValue("T", false)];

        values.Select(CSharpText.Of).ShouldBe(
        [
            "\"x\"", "new Value(\"matrix\", \"py\")", "new Value(\"env\", \"HOME\")", "new Value(\"service\", \"db.host\")",
            "new Value(\"secret\", \"T\", Required: true)", "new Value(\"secret\", \"T\")",
        ]);
    }

    [Theory]
    [InlineData(7200, "TimeSpan.FromHours(2)")]
    [InlineData(5400, "TimeSpan.FromMinutes(90)")]
    [InlineData(90, "TimeSpan.FromSeconds(90)")]
    public void Times_are_written_in_their_largest_whole_unit(int seconds, string expected) => CSharpText.Time(TimeSpan.FromSeconds(seconds)).ShouldBe(expected);

    [Fact]
    public void Long_lines_break_behind_commas_that_stand_in_no_literal()
    {
        var text = $"Run = [\"{new string('a', 100)}, \\\", b\", \"c, d\"]";

        CSharpText.Wrap("  ", text).ShouldBe([$"  Run = [\"{new string('a', 100)}, \\\", b\", \"c, d\"]"]);
        CSharpText.Wrap("", $"{text}, {text}").ShouldBe([$"{text},", $"    {text}"]);
    }
}
