namespace PipelineKit.Core.Diagnostics;

/// <summary>A place in a text file.</summary>
/// <param name="File">Path as shown to people: relative to the repository root, with forward slashes.</param>
/// <param name="Line">1-based line; 0 means the file as a whole.</param>
/// <param name="Column">1-based column in UTF-16 units; 0 means the line as a whole.</param>
/// <param name="Length">Length of the marked text on that line, at least 1 where a column is given.</param>
public readonly record struct SourceSpan(string File, int Line, int Column, int Length)
{
    /// <summary>The file as a whole, for problems that no single line causes.</summary>
    public static SourceSpan WholeFile(string file) => new(file, 0, 0, 0);
}
