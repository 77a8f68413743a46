namespace Scriban.Parsing;

/// <summary>A place in a template: all three numbers count from zero; printed forms count from one.</summary>
/// <param name="Offset">UTF-16 code units from the start of the text; -1 at the end of the file.</param>
/// <param name="Line">Line, from zero; -1 at the end of the file.</param>
/// <param name="Column">UTF-16 code units from the start of the line, from zero; -1 at the end of the file.</param>
public readonly record struct TextPosition(int Offset, int Line, int Column)
{
    /// <summary>The position that messages about the end of the file carry; it prints as <c>0,0</c>.</summary>
    public static TextPosition Eof { get; } = new(-1, -1, -1);

    /// <summary>Line and column counted from one, as <c>line,column</c>.</summary>
    public string ToStringSimple() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Line + 1},{Column + 1}");
}
