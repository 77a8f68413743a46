namespace Scriban.Parsing;

/// <summary>Operators and brackets, the longest first.</summary>
internal sealed partial class Lexer
{
    private void ReadPunctuation(char c)
    {
        var (type, length) = c switch
        {
            '{' => OpenBrace(),
            '}' => CloseBrace(),
            '(' => (TokenType.OpenParen, 1),
            ')' => (TokenType.CloseParen, 1),
            '[' => (TokenType.OpenBracket, 1),
            ']' => (TokenType.CloseBracket, 1),
            ',' => (TokenType.Comma, 1),
            ';' => (TokenType.SemiColon, 1),
            ':' => (TokenType.Colon, 1),
            '@' => (TokenType.Arroba, 1),
            '^' => (TokenType.Caret, 1),
            '.' => Dots(),
            '?' => Questions(),
            '/' => Slashes(),
            _ => ReadOperator(c, Peek()),
        };
        if (length > 0)
        {
            _tokens.Add(type, _at, _at + length);
            _at += length;
        }
    }

    private static (TokenType Type, int Length) ReadOperator(char c, char next) => (c, next) switch
    {
        ('+', '+') => (TokenType.PlusPlus, 2),
        ('+', '=') => (TokenType.PlusEqual, 2),
        ('+', _) => (TokenType.Plus, 1),
        ('-', '-') => (TokenType.MinusMinus, 2),
        ('-', '=') => (TokenType.MinusEqual, 2),
        ('-', _) => (TokenType.Minus, 1),
        ('*', '=') => (TokenType.AsteriskEqual, 2),
        ('*', _) => (TokenType.Asterisk, 1),
        ('%', '=') => (TokenType.PercentEqual, 2),
        ('%', _) => (TokenType.Percent, 1),
        ('=', '=') => (TokenType.EqualEqual, 2),
        ('=', _) => (TokenType.Equal, 1),
        ('!', '=') => (TokenType.NotEqual, 2),
        ('!', _) => (TokenType.Exclamation, 1),
        ('<', '<') => (TokenType.ShiftLeft, 2),
        ('<', '=') => (TokenType.LessEqual, 2),
        ('<', _) => (TokenType.Less, 1),
        ('>', '>') => (TokenType.ShiftRight, 2),
        ('>', '=') => (TokenType.GreaterEqual, 2),
        ('>', _) => (TokenType.Greater, 1),
        ('|', '|') => (TokenType.DoublePipe, 2),
        ('|', '>') => (TokenType.PipeGreater, 2),
        ('|', _) => (TokenType.Pipe, 1),
        ('&', '&') => (TokenType.DoubleAmpersand, 2),
        _ => (TokenType.Invalid, 1),
    };

    private (TokenType Type, int Length) Dots() => (Peek(), Peek(2)) switch
    {
        ('.', '<') => (TokenType.DoubleDotLess, 3),
        ('.', '.') => (TokenType.TripleDot, 3),
        ('.', _) => (TokenType.DoubleDot, 2),
        _ => (TokenType.Dot, 1),
    };

    private (TokenType Type, int Length) Questions() => Peek() switch
    {
        '?' => (TokenType.DoubleQuestion, 2),
        '!' => (TokenType.QuestionExclamation, 2),
        '.' => (TokenType.QuestionDot, 2),
        _ => (TokenType.Question, 1),
    };

    private (TokenType Type, int Length) Slashes() => (Peek(), Peek(2)) switch
    {
        ('/', '=') => (TokenType.DoubleDivideEqual, 3),
        ('/', _) => (TokenType.DoubleDivide, 2),
        ('=', _) => (TokenType.DivideEqual, 2),
        _ => (TokenType.Divide, 1),
    };

    private (TokenType Type, int Length) OpenBrace()
    {
        _braces++;
        return (TokenType.OpenBrace, 1);
    }

    /// <summary>Closes an object, or the expression of an interpolated string: then the rest of the string follows.</summary>
    private (TokenType Type, int Length) CloseBrace()
    {
        if (_interpolations.TryPeek(out var interpolation) && _braces == interpolation.Braces)
        {
            _tokens.Add(TokenType.InterpolationClose, _at, _at + 1);
            _at++;
            _interpolations.Pop();
            ReadInterpolated(interpolation.Quote);
            return default;
        }

        _braces = Math.Max(0, _braces - 1);
        return (TokenType.CloseBrace, 1);
    }
}
