namespace Scriban.Parsing;

/// <summary>One token: a range of the source. A code entry carries the range of its indentation instead (start -1: none).</summary>
internal readonly record struct Token(TokenType Type, int Start, int End);
