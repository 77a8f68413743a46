using PipelineKit.Core.Model;

namespace PipelineKit.Core.Generation;

/// <summary>The lines at the top of a generated file: made by what, from what, how to make it again. No version and no date, so that they never drift.</summary>
public static class GeneratedHeader
{
    private const string Marker = "Made by PipelineKit from ";

    /// <summary>The header, ending with a newline.</summary>
    /// <param name="prefix">Comment prefix of the format.</param>
    /// <param name="pipeline">The pipeline; the command is that of the repository's own tools where its spec says where the tool comes from.</param>
    /// <param name="note">The second line: what the file's reader should know of it; null for what holds for all files.</param>
    public static string For(string prefix, Pipeline pipeline, string? note = null)
    {
        var command = pipeline.Settings.PipelineKit is null ? "pipelinekit generate" : "dotnet tool run pipelinekit generate";
        return $"{prefix} {Marker}{pipeline.SpecFile}. Change that file and run `{command}`.\n{prefix} {note ?? "An edit here is reported by `generate --check` and never overwritten."}\n";
    }

    /// <summary>True when the text carries the header.</summary>
    public static bool IsIn(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return text.AsSpan(0, end < 0 ? text.Length : end).Contains(Marker, StringComparison.Ordinal);
    }

    /// <summary>The text without the header, with LF line ends: what the lock file's hashes cover.</summary>
    public static string BodyOf(string text)
    {
        text = LineEnds.ToLf(text);
        if (!IsIn(text))
        {
            return text;
        }

        var second = text.IndexOf('\n', text.IndexOf('\n', StringComparison.Ordinal) + 1);
        return second < 0 ? "" : text[(second + 1)..];
    }
}
