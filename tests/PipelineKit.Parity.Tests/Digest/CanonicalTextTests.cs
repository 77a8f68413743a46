using System.Text.Json.Nodes;

namespace PipelineKit.Parity.Tests.Digest;

public sealed class CanonicalTextTests
{
    [Fact]
    public void The_documented_object_has_the_documented_hash()
    {
        var text = File.ReadAllText(Path.Combine(Places.Tests, "Vectors", "documented.json")).TrimEnd('\n');
        var parts = JsonNode.Parse(text)!;

        CanonicalText.Of(parts).ShouldBe(text);
        JobDigest.Of(parts).ShouldBe("d89c3295557fe6ea4634417627abd96cf3a7c108ca6106eb9becd5536e73db58");
        JobDigest.Shown(parts).ShouldBe("d89c3295");
    }

    [Fact]
    public void The_order_in_which_an_object_was_made_does_not_count()
    {
        var one = new JsonObject { ["b"] = 1, ["a"] = new JsonObject { ["y"] = true, ["x"] = "z" } };
        var other = new JsonObject { ["a"] = new JsonObject { ["x"] = "z", ["y"] = true }, ["b"] = 1 };

        CanonicalText.Of(one).ShouldBe("""{"a":{"x":"z","y":true},"b":1}""");
        CanonicalText.Of(other).ShouldBe(CanonicalText.Of(one));
    }

    // The example of section 3.2.3 of RFC 8785: keys are compared by their UTF-16 units.
    [Fact]
    public void Keys_are_in_the_order_of_the_standard()
    {
        string[] ordered = ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\ud83d\ude00", "\ufb33"];
        var map = new JsonObject(ordered.Reverse().Select((key, at) => KeyValuePair.Create<string, JsonNode?>(key, at)));

        JsonNode.Parse(CanonicalText.Of(map))!.AsObject().Select(entry => entry.Key).ShouldBe(ordered);
    }

    [Theory]
    [InlineData("\u20ac$\u000f\nA'B\"\\\\\"/", "\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"")]
    [InlineData("\b\t\f\r\u001f\u007f", "\"\\b\\t\\f\\r\\u001f\u007f\"")]
    [InlineData("ünïcödé 😀", "\"ünïcödé 😀\"")]
    public void Strings_are_written_as_in_the_standard(string text, string expected) => CanonicalText.Of(JsonValue.Create(text)).ShouldBe(expected);
}
