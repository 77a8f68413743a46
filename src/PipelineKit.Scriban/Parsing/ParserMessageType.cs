namespace Scriban.Parsing;

/// <summary>Severity of a message of the parser.</summary>
public enum ParserMessageType
{
    /// <summary>The template can not be rendered.</summary>
    Error,

    /// <summary>The template can be rendered.</summary>
    Warning,
}
