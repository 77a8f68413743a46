using System.Text.RegularExpressions;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Cli.Parity;

/// <summary>What the readers of both YAML outputs share.</summary>
internal static partial class YamlOutput
{
    /// <exception cref="UnreadableException">The text is no mapping.</exception>
    public static SourceMap Load(string text, string path)
    {
        var problems = new DiagnosticBag();
        return YamlReader.Read(text, path, problems) is SourceMap map && !problems.HasErrors
            ? map
            : throw new UnreadableException(problems.Sorted().Select(d => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{path}:{d.Primary.Line}: {d.Message}")).FirstOrDefault() ?? $"{path} is no mapping");
    }

    public static SourceMap? Map(this SourceMap? map, string key) => map?.Find(key)?.Value as SourceMap;

    public static string? Text(this SourceMap? map, string key) => (map?.Find(key)?.Value as SourceScalar)?.Value;

    public static IReadOnlyList<SourceNode> Items(this SourceMap? map, string key) => (map?.Find(key)?.Value as SourceList)?.Items ?? [];

    /// <summary>Jobs whose comment says <c>parity broken: REASON</c>.</summary>
    public static IReadOnlyDictionary<string, string> Broken(string text) => Comment().Matches(text)
        .DistinctBy(m => m.Groups[1].Value)
        .ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value, StringComparer.Ordinal);

    /// <summary>A script without what stands around it for the platform.</summary>
    public static ReadCommand Script(string text, string shell) => new([]) { Script = text.TrimEnd('\n'), Shell = shell };

    [GeneratedRegex(@"^ *([\w-]+): # parity broken: (.*)$", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Comment();
}
