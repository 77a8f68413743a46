namespace PipelineKit.Licences.Spdx;

internal enum TokenKind
{
    Word,
    Open,
    Close,
    And,
    Or,
    With,
    End,
}

/// <summary>A piece of an expression: its kind and the stretch of text it stands for.</summary>
internal readonly record struct ExpressionToken(TokenKind Kind, int Start, int Length);
