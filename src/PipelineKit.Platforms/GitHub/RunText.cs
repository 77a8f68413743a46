using PipelineKit.Core.Yaml;

namespace PipelineKit.Platforms.GitHub;

/// <summary>The text of a <c>run</c>.</summary>
internal static class RunText
{
    /// <summary>One command is one line, folded where it is long; several become a block.</summary>
    public static YamlScalar Of(IReadOnlyList<string> lines) =>
        lines.Count == 1 && !lines[0].Contains('\n', StringComparison.Ordinal)
            ? YamlScalar.Folded(lines[0])
            : new YamlScalar(string.Join('\n', lines) + "\n");
}
