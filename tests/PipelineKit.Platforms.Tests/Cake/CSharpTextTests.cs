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
    public void Values_are_spelled_as_C_sharp()
    {
        Value[] values = ["x", new MatrixValue("node-version"), new MatrixValue("class"), new EnvReference("HOME"), new EnvReference("OWN"), new SecretValue("T", true)];
        var job = Make.Job("a") with { Env = [new("OWN", "1")] };

        values.Select(value => CSharpText.Of(value, job, StageSyntax.Script)).ShouldBe(
            ["\"x\"", "nodeVersion", "@class", "EnvironmentVariable(\"HOME\")", "current.Env[\"OWN\"]", "EnvironmentVariable(\"T\")"]);
    }

    [Fact]
    public void A_literal_that_is_longer_than_a_line_is_put_together_from_parts()
    {
        var licences = "--allow=" + string.Join(';', Enumerable.Range(0, 60).Select(i => $"Licence \"{i}\""));
        var lines = CSharpText.Wrap("        ", $"Run(\"a\", {CSharpText.Literal(licences)}));").ToList();

        lines.Count.ShouldBeGreaterThan(5);
        lines.ShouldAllBe(line => line.Length <= 140);
        var source = string.Concat(lines.Select(line => line.Trim() + " ")).Replace("\" + \"", "", StringComparison.Ordinal).Trim();
        source.ShouldBe($"Run(\"a\", {CSharpText.Literal(licences)}));");
    }

    [Theory]
    [InlineData(@"v(\d+)", "@\"v(\\d+)\"")]
    [InlineData("plain", "\"plain\"")]
    [InlineData("a\"\\d", "@\"a\"\"\\d\"")]
    public void Patterns_keep_their_backslashes(string pattern, string expected) => CSharpText.Pattern(pattern).ShouldBe(expected);

    [Fact]
    public void Long_lines_break_behind_commas_that_stand_in_no_literal()
    {
        var text = $"Run = [\"{new string('a', 100)}, \\\", b\", \"c, d\"]";

        CSharpText.Wrap("  ", text).ShouldBe([$"  Run = [\"{new string('a', 100)}, \\\", b\", \"c, d\"]"]);
        CSharpText.Wrap("", $"{text}, {text}").ShouldBe([$"{text},", $"    {text}"]);
    }
}
