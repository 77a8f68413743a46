namespace Scriban.Parsing;

/// <summary>Switches of the parser.</summary>
public sealed record ParserOptions
{
    /// <summary>Nesting depth of expressions and blocks above which the parser reports an error; default 250.</summary>
    public int ExpressionDepthLimit { get; init; } = 250;

    /// <summary>Whether a floating-point literal without suffix is a decimal; default false (double).</summary>
    public bool ParseFloatAsDecimal { get; init; }
}
