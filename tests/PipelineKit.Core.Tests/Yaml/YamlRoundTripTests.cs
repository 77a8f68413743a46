using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Yaml;
using Shouldly;

namespace PipelineKit.Core.Tests.Yaml;

/// <summary>What the writer writes, the reader reads as the same; and the reader survives everything.</summary>
public sealed class YamlRoundTripTests
{
    [Fact]
    public void Every_tree_reads_back_as_itself() =>
        Check.One(YamlGenerators.Config, Prop.ForAll(YamlGenerators.Map.ToArbitrary(), tree =>
        {
            var bag = new DiagnosticBag();
            var text = YamlWriter.Write(tree);
            if (tree.Count == 0)
            {
                return;
            }

            var node = YamlReader.Read(text, "a.yml", bag);
            bag.Sorted().Select(d => $"{d.Primary.Line}:{d.Primary.Column}: {d.Message}\n{text}").ShouldBeEmpty();
            Describe(node!).ShouldBe(Describe(tree), text);
        }));

    [Fact]
    public void Every_text_ends_in_a_node_or_a_diagnostic() =>
        Check.One(YamlGenerators.Config, Prop.ForAll(YamlGenerators.Text.ToArbitrary(), text =>
        {
            var bag = new DiagnosticBag();

            var node = YamlReader.Read(text, "a.yml", bag);

            (node is not null || bag.HasErrors).ShouldBeTrue(text);
            bag.Sorted().ShouldAllBe(d => d.Primary.Line >= 0 && !d.Message.Contains('\n'));
        }));

    [Fact]
    public void A_diagnostic_can_be_shown_on_every_text() =>
        Check.One(YamlGenerators.Config, Prop.ForAll(YamlGenerators.Text.ToArbitrary(), text =>
        {
            var bag = new DiagnosticBag();
            _ = YamlReader.Read(text, "a.yml", bag);
            foreach (var diagnostic in bag.Sorted())
            {
                if (SourceExcerpt.Of(diagnostic.Primary, text) is { } excerpt)
                {
                    excerpt.Line.Any(char.IsControl).ShouldBeFalse();
                    (excerpt.Indent + excerpt.Width).ShouldBeLessThanOrEqualTo(101);
                }
            }
        }));

    private static string Describe(YamlNode node) => node switch
    {
        YamlScalar scalar => Quote(Whole(scalar.Value)),
        YamlList list => "[" + string.Join(",", list.Items.Select(Describe)) + "]",
        YamlMap map => "{" + string.Join(",", map.Select(e => Quote(Whole(e.Key)) + ":" + Describe(e.Value))) + "}",
        _ => "?",
    };

    private static string Describe(SourceNode node) => node switch
    {
        SourceScalar scalar => Quote(scalar.Value) + (scalar.IsNull ? "null" : ""),
        SourceList list => "[" + string.Join(",", list.Items.Select(Describe)) + "]",
        SourceMap map => "{" + string.Join(",", map.Entries.Select(e => Quote(e.Key.Value) + ":" + Describe(e.Value))) + "}",
        _ => "?",
    };

    // Half a pair cannot be written in UTF-8: it becomes the replacement character.
    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static string Quote(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
