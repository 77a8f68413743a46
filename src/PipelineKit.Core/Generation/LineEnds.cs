namespace PipelineKit.Core.Generation;

/// <summary>Line ends of texts that are compared or hashed.</summary>
internal static class LineEnds
{
    /// <summary>The text with CRLF read as LF; the same object where there is nothing to change, which is nearly always.</summary>
    public static string ToLf(string text) => text.Contains('\r', StringComparison.Ordinal) ? text.Replace("\r\n", "\n", StringComparison.Ordinal) : text;
}
