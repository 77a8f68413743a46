namespace PipelineKit.Parity.Tests.Posix;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("a b\tc", new[] { "a", "b", "c" })]
    [InlineData("a 'b c' '' d", new[] { "a", "b c", "", "d" })]
    [InlineData("a 'it'\\''s' --x='y z'", new[] { "a", "it's", "--x=y z" })]
    [InlineData("a '$HOME `id` $(id) *' '#no'", new[] { "a", "$HOME `id` $(id) *", "#no" })]
    [InlineData("a '$''{{ x }}'", new[] { "a", "${{ x }}" })]
    [InlineData("a ''\"$(printf '\\015')\"''\"$(printf '\\342\\200\\250')\"''", new[] { "a", "\r\u2028" })]
    [InlineData("a 'one\ntwo' b", new[] { "a", "one\ntwo", "b" })]
    [InlineData("a \"b \\\" \\$c \\\\\" d\\ e", new[] { "a", "b \" $c \\", "d e" })]
    public void Words_lose_their_quotes(string text, string[] words)
    {
        var line = CommandLine.ReadOne(text);

        line.Words.Select(word => word.Text).ShouldBe(words);
        line.Words.ShouldAllBe(word => word.Variable == null);
        line.IsBare.ShouldBeTrue();
    }

    [Fact]
    public void A_variable_is_known_only_as_a_whole_word_in_double_quotes()
    {
        var words = CommandLine.ReadOne("a \"$NAME\" '$NAME' x\"$NAME\"").Words;

        words.Select(word => word.Variable).ShouldBe([null, "NAME", null, null]);
        words.Select(word => word.IsMixed).ShouldBe([false, false, false, true]);
    }

    [Theory]
    [InlineData("a > x", "x", nameof(Failure.Stops), new int[0])]
    [InlineData("a > './-x y'", "-x y", nameof(Failure.Stops), new int[0])]
    [InlineData("a || failed=1", null, nameof(Failure.IsNoted), new int[0])]
    [InlineData("a || true", null, nameof(Failure.IsIgnored), new int[0])]
    [InlineData("a > x || case $? in 1) ;; *) exit $? ;; esac", "x", nameof(Failure.PassesForCodes), new[] { 1 })]
    [InlineData("a || case $? in 3 | 1) ;; *) exit $? ;; esac", null, nameof(Failure.PassesForCodes), new[] { 3, 1 })]
    public void What_follows_a_command_is_read(string text, string? stdout, string failure, int[] codes)
    {
        var line = CommandLine.ReadOne(text);

        line.Words.Single().Text.ShouldBe("a");
        line.Stdout.ShouldBe(stdout);
        line.Failure.ToString().ShouldBe(failure);
        line.Codes.ShouldBe(codes);
    }

    [Theory]
    [InlineData("a | b")]
    [InlineData("a; b")]
    [InlineData("a && b")]
    [InlineData("a >> x")]
    [InlineData("a *.sh")]
    [InlineData("a ~")]
    [InlineData("a $NAME")]
    [InlineData("a \"$(id)\"")]
    [InlineData("a {x,y}")]
    [InlineData("A=b c")]
    [InlineData("if a")]
    [InlineData("a || b")]
    [InlineData("a || case $? in 1) ;; esac")]
    [InlineData("a # b")]
    public void Anything_else_is_no_command(string text) => CommandLine.ReadAll(text).ShouldBeNull();

    [Fact]
    public void Lines_are_commands_of_their_own() =>
        CommandLine.ReadAll("mkdir -p x\n\na > x/y\n")!.Select(line => line.Text).ShouldBe(["mkdir -p x", "a"]);
}
