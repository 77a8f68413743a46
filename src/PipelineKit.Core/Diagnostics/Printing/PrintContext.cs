namespace PipelineKit.Core.Diagnostics.Printing;

/// <summary>What printers need besides the diagnostics.</summary>
public sealed record PrintContext
{
    /// <summary>The text of a file by its shown path, or null when it is not at hand: then no excerpt is printed.</summary>
    public Func<string, string?> SourceOf { get; init; } = _ => null;

    /// <summary>Colours of the text format; plain by default.</summary>
    public PrintStyle Style { get; init; } = (_, text) => text;

    /// <summary>Version of this program, for formats that name their tool.</summary>
    public string ToolVersion { get; init; } = "0.1.0";
}

/// <summary>Dresses a piece of text, for example in colour. It must not change what can be read.</summary>
/// <param name="part">What the text is.</param>
/// <param name="text">The text.</param>
public delegate string PrintStyle(PrintPart part, string text);

/// <summary>The pieces of a diagnostic in text form.</summary>
public enum PrintPart
{
    /// <summary>File, line and column.</summary>
    Location,

    /// <summary>The word for an error, with its code.</summary>
    Error,

    /// <summary>The word for a warning, with its code.</summary>
    Warning,

    /// <summary>The word for information, with its code.</summary>
    Info,

    /// <summary>Number and bar before a line of the file.</summary>
    Gutter,

    /// <summary>Caret and tildes.</summary>
    Caret,

    /// <summary>The word before a hint or a note.</summary>
    Hint,
}
