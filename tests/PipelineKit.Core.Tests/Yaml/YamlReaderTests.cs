using System.Text;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Yaml;
using Shouldly;

namespace PipelineKit.Core.Tests.Yaml;

public sealed class YamlReaderTests
{
    private static (SourceNode? Node, IReadOnlyList<Diagnostic> Problems) Read(string text)
    {
        var bag = new DiagnosticBag();
        return (YamlReader.Read(text, "a.yml", bag), bag.Sorted());
    }

    private static SourceMap Map(string text)
    {
        var (node, problems) = Read(text);
        problems.ShouldBeEmpty();
        return node.ShouldBeOfType<SourceMap>();
    }

    [Fact]
    public void Scalars_know_line_column_and_length()
    {
        var map = Map("a: one\n\nb:\n  - two three\n  - 'x''y'   # note\n");

        map.Find("a")!.Value.Span.ShouldBe(new SourceSpan("a.yml", 1, 4, 3));
        map.Find("b")!.Key.Span.ShouldBe(new SourceSpan("a.yml", 3, 1, 1));
        var items = ((SourceList)map.Find("b")!.Value).Items;
        items[0].Span.ShouldBe(new SourceSpan("a.yml", 4, 5, 9));
        items[1].Span.ShouldBe(new SourceSpan("a.yml", 5, 5, 6));
    }

    [Fact]
    public void A_value_over_several_lines_is_marked_to_the_end_of_its_first() =>
        Map("a: |\n  one\n  two\nb: \"x\n  y\"\n").Entries.Select(e => e.Value.Span.Length).ShouldBe([1, 2]);

    [Theory]
    [InlineData("a: ~", true)]
    [InlineData("a: null", true)]
    [InlineData("a:", true)]
    [InlineData("a: ''", false)]
    [InlineData("a: \"null\"", false)]
    [InlineData("a: 0", false)]
    public void Nothing_is_told_from_empty_text(string text, bool isNull) =>
        ((SourceScalar)Map(text).Find("a")!.Value).IsNull.ShouldBe(isNull);

    [Theory]
    [InlineData("1.10")]
    [InlineData("010")]
    [InlineData("yes")]
    [InlineData("2024-01-01")]
    [InlineData("1e3")]
    public void Plain_values_keep_their_text(string value) =>
        ((SourceScalar)Map($"a: {value}\n").Find("a")!.Value).Value.ShouldBe(value);

    [Fact]
    public void An_alias_is_what_it_stands_for()
    {
        var map = Map("a: &x [1, 2]\nb: *x\nc: [*x, *x]\n");

        map.Find("b")!.Value.ShouldBeSameAs(map.Find("a")!.Value);
        ((SourceList)map.Find("c")!.Value).Items.Count.ShouldBe(2);
    }

    [Fact]
    public void A_later_anchor_of_the_same_name_wins() =>
        ((SourceScalar)Map("a: &x 1\nb: &x 2\nc: *x\n").Find("c")!.Value).Value.ShouldBe("2");

    [Fact]
    public void Aliases_count_towards_the_depth()
    {
        var text = new StringBuilder("a0: &a0 [1]\n");
        for (var i = 1; i < 70; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{i}: &a{i} [*a{i - 1}]\n");
        }

        Read(text.ToString()).Problems.Single().Descriptor.ShouldBe(YamlDiagnostics.TooDeep);
    }

    [Fact]
    public void Depth_is_bounded_exactly()
    {
        string Nested(int levels) => new string('[', levels) + new string(']', levels);

        Read(Nested(YamlReader.MaxDepth)).Problems.ShouldBeEmpty();
        Read(Nested(YamlReader.MaxDepth + 1)).Problems.Single().Descriptor.ShouldBe(YamlDiagnostics.TooDeep);
    }

    [Fact]
    public void Number_of_values_is_bounded_exactly()
    {
        string Items(int count) => "[" + string.Join(",", Enumerable.Repeat("a", count)) + "]";

        Read(Items(YamlReader.MaxNodes - 1)).Problems.ShouldBeEmpty();
        Read(Items(YamlReader.MaxNodes)).Problems.Single().Descriptor.ShouldBe(YamlDiagnostics.TooManyNodes);
    }

    [Fact]
    public void A_large_mapping_still_refuses_duplicates()
    {
        var keys = string.Concat(Enumerable.Range(0, 50).Select(i => $"k{i}: 1\n"));

        Read(keys + "k7: 2\nk49: 3\n").Problems.Select(p => p.Primary.Line).ShouldBe([51, 52]);
    }

    [Fact]
    public void All_duplicates_and_tags_of_a_file_are_told()
    {
        var (node, problems) = Read("a: 1\na: !x 2\nb: { c: 1, c: 2 }\n<<: 3\n");

        node.ShouldNotBeNull();
        problems.Select(p => p.Descriptor.Code).ShouldBe(["PK1106", "PK1110", "PK1106", "PK1111"]);
        problems[0].Related!.Single().Span.Line.ShouldBe(1);
    }

    [Theory]
    [InlineData("a: 1\r\nb: 2\r\n")]
    [InlineData("\uFEFFa: 1\nb: 2\n")]
    [InlineData("---\na: 1\nb: 2\n")]
    [InlineData("# note\na: 1\nb: 2\n...\n")]
    public void Usual_variations_of_files_are_read(string text) => Map(text).Entries.Select(e => e.Key.Value).ShouldBe(["a", "b"]);
}
