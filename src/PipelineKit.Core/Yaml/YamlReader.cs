using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Yaml;

/// <summary>
/// Reads one YAML document into nodes with positions. Bounded in size, depth and number of nodes, so that no input can exhaust memory or the stack;
/// stricter than YAML where a spec gains nothing from it: no tags, no merge keys, no keys but words, one document per file.
/// </summary>
public static class YamlReader
{
    /// <summary>Largest file, in bytes.</summary>
    public const int MaxBytes = 1 << 20;

    /// <summary>Deepest nesting.</summary>
    public const int MaxDepth = 64;

    /// <summary>Most nodes, aliases counted as what they stand for.</summary>
    public const int MaxNodes = 100_000;

    /// <summary>Reads a file; see <see cref="SourceText.ReadFile"/> for what is refused.</summary>
    public static SourceNode? ReadFile(string path, string file, DiagnosticBag diagnostics) =>
        SourceText.ReadFile(path, file, diagnostics) is { } text ? Read(text, file, diagnostics) : null;

    /// <summary>Reads a stream.</summary>
    public static SourceNode? Read(Stream stream, string file, DiagnosticBag diagnostics) =>
        SourceText.Read(stream, file, diagnostics) is { } text ? Read(text, file, diagnostics) : null;

    /// <summary>Reads bytes in UTF-8.</summary>
    public static SourceNode? Read(ReadOnlySpan<byte> bytes, string file, DiagnosticBag diagnostics) =>
        SourceText.Decode(bytes, file, diagnostics) is { } text ? Read(text, file, diagnostics) : null;

    /// <summary>
    /// Reads text. Null when nothing could be read; a node together with errors in <paramref name="diagnostics"/> when the rest is still worth checking.
    /// </summary>
    /// <param name="text">The document.</param>
    /// <param name="file">Path as shown to people.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static SourceNode? Read(string text, string file, DiagnosticBag diagnostics)
    {
        if (text.Length > MaxBytes)
        {
            diagnostics.Add(YamlDiagnostics.TooLarge, SourceSpan.WholeFile(file), "the text is too large: at most 1 MiB is read");
            return null;
        }

        if (text.AsSpan().IndexOf('\0') >= 0)
        {
            diagnostics.Add(YamlDiagnostics.NotUtf8, SourceSpan.WholeFile(file), "this is not a text file: it holds NUL characters");
            return null;
        }

        var content = text.StartsWith('\uFEFF') ? text[1..] : text;
        return new YamlTreeBuilder(content, file, diagnostics).Build();
    }
}
