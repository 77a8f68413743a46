namespace Scriban.Parsing;

/// <summary>One message of the parser.</summary>
/// <param name="Type">Severity.</param>
/// <param name="Span">Where in the template.</param>
/// <param name="Message">The text, without position.</param>
public sealed record LogMessage(ParserMessageType Type, SourceSpan Span, string Message)
{
    /// <summary>The message as <c>file(line,column) : error : text</c>, counted from one.</summary>
    public override string ToString() =>
        $"{Span.ToStringSimple()} : {(Type == ParserMessageType.Error ? "error" : "warning")} : {Message}";
}
