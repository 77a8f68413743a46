using PipelineKit.Cli.Parity;
using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Parity;

/// <summary>Reading command lines and whole texts back.</summary>
public sealed class ShellLineTests
{
    private static readonly string Grammar = Path.Combine(TestFolders.Repository, "tests", "PipelineKit.Parity.Tests", "Vectors", "grammar");

    [Theory]
    [InlineData("a b", "a b")]
    [InlineData("a 'b c' '' 'it'\\''s'", "a 'b c' '' 'it'\\''s'")]
    [InlineData("a 'x$''{{ y }}'", "a 'x${{ y }}'")]
    [InlineData("a \"$PK_PYTHON\" '$HOME'", "a \"$PK_PYTHON\" '$HOME'")]
    [InlineData("a 'x'\"$(printf '\\303\\274')\"'y'", "a 'xüy'")]
    [InlineData("a > b/c || case $? in 1 | 2) ;; *) exit $? ;; esac", "a > b/c")]
    [InlineData("a b || failed=1", "a b")]
    [InlineData("a || true", "a")]
    public void A_simple_command(string text, string expected)
    {
        var line = ShellLine.ReadOne(text);

        new ReadCommand(line.Words) { Stdout = line.Stdout }.Text.ShouldBe(expected);
    }

    [Theory]
    [InlineData("a | b")]
    [InlineData("a && b")]
    [InlineData("a; b")]
    [InlineData("a $(b)")]
    [InlineData("a $HOME")]
    [InlineData("a *.txt")]
    [InlineData("a 'open")]
    [InlineData("a \"x$y\"")]
    [InlineData("a >")]
    [InlineData("a > b > c")]
    [InlineData("a || exit 3")]
    [InlineData("a # comment")]
    public void More_than_a_simple_command_is_a_script(string text) => ShellLine.ReadAll(text)?.Count.ShouldNotBe(1);

    [Fact]
    public void Scripts_in_every_shell_are_read_alike()
    {
        var read = new[]
        {
            GitHubOutput.Read(File.ReadAllText(Path.Combine(Grammar, ".github", "workflows", "ci.yml")), "ci.yml", new HashSet<string> { "reports/lint" }),
            GitLabOutput.Read(File.ReadAllText(Path.Combine(Grammar, ".gitlab-ci.yml")), ".gitlab-ci.yml", new HashSet<string> { "reports/lint" }, []),
            CakeOutput.Read(File.ReadAllText(Path.Combine(Grammar, "pipelinekit.cake")), "pipelinekit.cake"),
        };

        var texts = read.Select(o => string.Join('\n', o.Jobs.OrderBy(j => j.Key, StringComparer.Ordinal).SelectMany(j => j.Value.Where(c => c.Script is not null).Select(c => $"{j.Key}: {c.Text}")))).ToList();
        texts[0].ShouldContain("script (sh)");
        texts[0].ShouldContain("script (bash)");
        texts[0].ShouldContain("script (pwsh)");
        texts[1].ShouldBe(texts[0]);
        texts[2].ShouldBe(texts[0]);
    }

    [Theory]
    [InlineData("a b c|a b c", "0:0 1:1 2:2")]
    [InlineData("a b c|a c", "0:0 1:- 2:1")]
    [InlineData("a c|a b c", "0:0 -:1 1:2")]
    [InlineData("a x c|a y c", "0:0 1:1 2:2")]
    [InlineData("a|", "0:-")]
    [InlineData("|a b", "-:0 -:1")]
    public void Equal_commands_share_a_row(string lists, string expected)
    {
        var read = lists.Split('|').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => new ReadCommand([new Word(w)])).ToList()).ToList();

        var rows = Alignment.Rows(read);

        string.Join(' ', rows.Select(r => $"{Place(0, r)}:{Place(1, r)}")).ShouldBe(expected);

        string Place(int column, ReadCommand?[] row) => row[column] is { } command ? read[column].IndexOf(command).ToString(System.Globalization.CultureInfo.InvariantCulture) : "-";
    }
}
