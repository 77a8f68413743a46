namespace Scriban.Parsing;

/// <summary>Switches of the lexer.</summary>
public sealed record LexerOptions
{
    /// <summary>Whether the text is a template or a bare script; default a template.</summary>
    public ScriptMode Mode { get; init; } = ScriptMode.Default;
}
