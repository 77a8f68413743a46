using FsCheck;
using FsCheck.Fluent;
using PipelineKit.Core.Model;
using PipelineKit.Platforms.Shared;
using Shouldly;

namespace PipelineKit.Platforms.Tests.Shared;

public class ShellWordsTests
{
    private const string Probe = "#!/bin/sh\nprintf '%s\\0' \"$@\"\n";

    private static readonly string[] Nasty =
    [
        "", " ", "'", "''", "\"", "\\", "$", "$HOME", "${HOME}", "${{ x }}", "$${{", "`id`", "$(id)", "!", "!!", "~", "~root", "*", "?", "[a]", "{a,b}", "a;b", "a&b", "a|b",
        "<a", ">a", "#a", "-n", "--", "=", "a=b", "%s", "\n", "a\nb\n", "\t", "\r", "\r\n", "\u0001", "\u007f", "\u0085", "\u2028", "\uFEFF", "é", "日本", "😀", "\\n",
    ];

    [Theory]
    [InlineData("a-b_c.d/e:f,g@h%i+j=k", "a-b_c.d/e:f,g@h%i+j=k")]
    [InlineData("", "''")]
    [InlineData("a b", "'a b'")]
    [InlineData("it's", @"'it'\''s'")]
    [InlineData("${{ x }}", "'$''{{ x }}'")]
    [InlineData("$HOME", "'$HOME'")]
    [InlineData("~", "'~'")]
    [InlineData("a\rb", "'a'\"$(printf '\\015')\"'b'")]
    public void A_word_is_bare_where_it_can_be(string text, string expected) => ShellWords.Quote(text).ShouldBe(expected);

    [Fact]
    public void Only_variables_are_expanded() =>
        ShellWords.Line(["tool", new MatrixValue("node-version"), new EnvReference("KIND"), "$KIND"]).ShouldBe("tool \"$PK_NODE_VERSION\" \"$KIND\" '$KIND'");

    [Theory]
    [InlineData("if")]
    [InlineData("time")]
    [InlineData("A=b")]
    public void A_program_is_never_syntax(string name) => ShellWords.Line([name, name]).ShouldBe($"'{name}' {name}");

    [Theory]
    [InlineData("a b/*.xml", "'a b/'*.xml")]
    [InlineData("**/x$", "**'/x$'")]
    public void A_pattern_keeps_its_stars(string glob, string expected) => ShellWords.Pattern(glob).ShouldBe(expected);

    [Fact]
    public void A_secret_cannot_be_an_argument() => Should.Throw<ArgumentException>(() => ShellWords.Word(new SecretValue("TOKEN", true)));

    [Theory]
    [InlineData("bash")]
    [InlineData("dash")]
    public void Every_argument_arrives_unchanged(string shell)
    {
        Shell.Needs(shell);
        using var machine = new Shell();
        var probe = machine.WriteProgram("probe", Probe);

        // All lists in one script: starting a shell for each would cost more than the check.
        var lists = Lists().ToList();
        var script = string.Concat(lists.Select(list => ShellWords.Line([probe, .. list.Select(text => (Value)text)]) + "\nprintf '%s\\0' ---\n"));
        var (code, output, errors) = machine.Run(script, shell);

        code.ShouldBe(0, errors);
        output.ShouldBe(string.Concat(lists.Select(list => string.Concat(list.Append("---").Select(text => text + "\0")))));
    }

    private static IEnumerable<string[]> Lists()
    {
        var character = Gen.OneOf(
            Gen.Elements("'\"\\$`!~*?[]{}();&|<>#=%-+ \n\t\r".ToCharArray()), Gen.Choose(1, 0x17F).Select(c => (char)c), Gen.Choose(0x2000, 0x30FF).Select(c => (char)c));
        var random = character.ArrayOf().Select(c => new string(c));
        var word = Gen.OneOf(Gen.Elements(Nasty), random, Gen.Zip(Gen.Elements(Nasty), random).Select(p => p.Item1 + p.Item2));
        return Nasty.Select(text => new[] { text }).Concat(word.ArrayOf().Where(list => list.Length > 0).Sample(400, 12));
    }
}
