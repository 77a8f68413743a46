using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Yaml;
using Shouldly;

namespace PipelineKit.Core.Tests.Yaml;

/// <summary>Keys of any length are valid YAML, wherever they stand.</summary>
public sealed class LongKeyTests
{
    [Theory]
    [InlineData(1_000)]
    [InlineData(1_001)]
    [InlineData(1_023)]
    [InlineData(1_024)]
    [InlineData(1_025)]
    [InlineData(10_240)]
    public void A_long_key_reads_back(int length)
    {
        var key = new string('k', length);
        var text = YamlWriter.Write(new YamlMap
        {
            [key] = "v",
            ["map"] = new YamlMap { [key + "1"] = new YamlMap { [key + ": x"] = "y" } },
            ["list"] = new YamlList(new YamlMap { [key] = "v", ["b"] = new YamlList("x") }),
            ["flow"] = new YamlMap { Flow = true, [key] = "v", ["b"] = "c" },
        });
        var diagnostics = new DiagnosticBag();

        var root = YamlReader.Read(text, "x.yml", diagnostics) as SourceMap;

        diagnostics.Sorted().Select(d => d.Message).ShouldBeEmpty();
        root.At(key)!.Value.ShouldBeOfType<SourceScalar>().Value.ShouldBe("v");
        root.At("map", key + "1", key + ": x")!.Value.ShouldBeOfType<SourceScalar>().Value.ShouldBe("y");
        root.At("flow", key)!.Value.ShouldBeOfType<SourceScalar>().Value.ShouldBe("v");
        var item = root.At("list")!.Value.ShouldBeOfType<SourceList>().Items[0].ShouldBeOfType<SourceMap>();
        item.Entries.Select(e => e.Key.Value).ShouldBe([key, "b"]);
    }

    [Fact]
    public void What_cannot_be_seen_is_an_escape_and_reads_back()
    {
        const string value = "a\u202eb\u2066\u200b\ud83d\ude00\U000e0041";
        var text = YamlWriter.Write(new YamlMap { ["a"] = value, ["k\u202e"] = "x" });

        text.Split('\n').ShouldAllBe(line => !HiddenText.IsIn(line));
        var root = (SourceMap)YamlReader.Read(text, "x.yml", new DiagnosticBag())!;
        root.At("a")!.Value.ShouldBeOfType<SourceScalar>().Value.ShouldBe(value);
        root.Entries[1].Key.Value.ShouldBe("k\u202e");
    }
}
