using FsCheck;
using FsCheck.Fluent;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Tests.Yaml;

/// <summary>Texts and trees that are likely to break a writer or a reader of YAML.</summary>
internal static class YamlGenerators
{
    private static readonly string[] Pieces =
    [
        "a", "Z", "0", "9", " ", "  ", "\n", "\n\n", "\t", "\r", "\r\n", ":", ": ", " :", "#", " #", "-", "- ", "--- ", "...", "?", "? ", ",", "[", "]", "{", "}",
        "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`", "\\", "$", "${{ x }}", "~", "null", "true", "No", "on", "=", "<<", "1.10", "010", "0x1F", "1e3",
        "2024-01-01", "12:30:45", ".inf", ".nan", "+1", "é", "日本", "🚀", "\u0085", "\u00A0", "\u2028", "\uFEFF", "\u0000", "\u0007", "\u200B", "\uD800", "e\u0301",
    ];

    /// <summary>A fixed seed: the same texts in every run.</summary>
    public static Config Config { get; } = FsCheck.Config.QuickThrowOnFailure.WithMaxTest(3000).WithReplay(20240229UL, 77UL);

    public static Gen<string> Text { get; } =
        Gen.Sized(size => Gen.Choose(0, Math.Clamp(size / 4, 1, 14)).SelectMany(count => Gen.ArrayOf(Gen.Elements(Pieces), count))).Select(string.Concat);

    public static Gen<ScalarStyle> Style { get; } = Gen.Elements(ScalarStyle.Text, ScalarStyle.SingleQuoted, ScalarStyle.Folded);

    public static Gen<YamlMap> Map { get; } = MapOf(3);

    private static Gen<YamlNode> Node(int depth)
    {
        var scalar = from text in Text from style in Style select (YamlNode)new YamlScalar(text, style);
        if (depth == 0)
        {
            return scalar;
        }

        var list = from items in Gen.ListOf(Node(depth - 1), 3) from flow in Gen.Elements(true, false) select (YamlNode)new YamlList(items) { Flow = flow };
        return Gen.OneOf(scalar, scalar, list, MapOf(depth).Select(m => (YamlNode)m));
    }

    private static Gen<YamlMap> MapOf(int depth) =>
        from keys in Gen.ListOf(Text, 3)
        from values in Gen.ListOf(Node(depth - 1), 3)
        from flow in Gen.Elements(true, false)
        select Filled(new YamlMap { Flow = flow }, keys, values);

    private static YamlMap Filled(YamlMap map, IEnumerable<string> keys, IEnumerable<YamlNode> values)
    {
        foreach (var (key, value) in keys.Zip(values))
        {
            map[key] = value;
        }

        return map;
    }
}
