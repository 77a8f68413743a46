namespace Scriban.Parsing;

/// <summary>Numbers and strings (language reference, 3.1 and 3.2). Their values are computed by <see cref="Literals"/>.</summary>
internal sealed partial class Lexer
{
    private void ReadNumber()
    {
        var start = _at;
        if (_text[_at] == '0' && Peek() is 'x' or 'X' && IsDigitOf(Peek(2), 16))
        {
            ReadPrefixed(start, 16, TokenType.HexInteger);
            return;
        }

        if (_text[_at] == '0' && Peek() is 'b' or 'B' && IsDigitOf(Peek(2), 2))
        {
            ReadPrefixed(start, 2, TokenType.BinaryInteger);
            return;
        }

        SkipDigits();
        var isFloat = ReadFraction();
        isFloat |= ReadExponent(isFloat);
        if (_at < _text.Length && _text[_at] is 'f' or 'F' or 'd' or 'D' or 'm' or 'M' && !IsNameChar(Peek()))
        {
            _at++;
            isFloat = true;
        }

        _tokens.Add(isFloat ? TokenType.Float : TokenType.Integer, start, _at);
    }

    private void ReadPrefixed(int start, int radix, TokenType type)
    {
        _at += 2;
        while (_at < _text.Length && IsDigitOf(_text[_at], radix))
        {
            _at++;
        }

        if (_at < _text.Length && _text[_at] is 'u' or 'U')
        {
            _at++;
        }

        _tokens.Add(type, start, _at);
    }

    private bool ReadFraction()
    {
        var exponentFollows = Peek() is 'e' or 'E' && (char.IsAsciiDigit(Peek(2)) || (Peek(2) is '+' or '-' && char.IsAsciiDigit(Peek(3))));
        if (_at >= _text.Length || _text[_at] != '.' || !(char.IsAsciiDigit(Peek()) || exponentFollows))
        {
            return false;
        }

        _at++;
        SkipDigits();
        return true;
    }

    /// <summary>Reads an exponent; without a fraction it must not be negative, because the number is an integer.</summary>
    private bool ReadExponent(bool isFloat)
    {
        if (_at >= _text.Length || _text[_at] is not ('e' or 'E'))
        {
            return false;
        }

        var signed = Peek() is '+' or '-';
        if (!char.IsAsciiDigit(Peek(signed ? 2 : 1)))
        {
            return false;
        }

        if (!isFloat && Peek() == '-')
        {
            Error(_at, "Unexpected negative exponent in an integer");
        }

        _at += signed ? 2 : 1;
        SkipDigits();
        return isFloat;
    }

    private void SkipDigits()
    {
        while (_at < _text.Length && (char.IsAsciiDigit(_text[_at]) || _text[_at] == '_'))
        {
            _at++;
        }
    }

    private static bool IsDigitOf(char c, int radix) =>
        c == '_' || (radix == 16 ? char.IsAsciiHexDigit(c) : c is '0' or '1');

    private static bool IsNameChar(char c) => c == '_' || char.IsLetterOrDigit(c);

    private void ReadString(char quote)
    {
        var start = _at;
        _at++;
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (c == quote)
            {
                _at++;
                _tokens.Add(TokenType.String, start, _at);
                return;
            }

            _at += c == '\\' ? EscapeLength() : 1;
        }

        Unterminated(quote);
    }

    private void ReadVerbatim()
    {
        var start = _at;
        _at++;
        while (_at < _text.Length)
        {
            if (_text[_at] != '`')
            {
                _at++;
            }
            else if (Peek() == '`')
            {
                _at += 2;
            }
            else
            {
                _at++;
                _tokens.Add(TokenType.Verbatim, start, _at);
                return;
            }
        }

        Unterminated('`');
    }

    /// <summary>Reads the text of an interpolated string up to its end or up to the next expression.</summary>
    private void ReadInterpolated(char quote)
    {
        var start = _at;
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (c != quote && c != '{')
            {
                _at += c == '\\' ? EscapeLength() : 1;
                continue;
            }

            if (_at > start)
            {
                _tokens.Add(TokenType.InterpolationText, start, _at);
            }

            _tokens.Add(c == '{' ? TokenType.InterpolationOpen : TokenType.InterpolationEnd, _at, _at + 1);
            _at++;
            if (c == '{')
            {
                _interpolations.Push(new Interpolation(quote, _braces));
            }

            return;
        }

        Unterminated(quote);
    }

    private void Unterminated(char quote)
    {
        _at = _text.Length;
        Error(_at - 1, $"Unexpected end of file while parsing a string not terminated by a {quote}");
        _tokens.Add(TokenType.Invalid, _at - 1, _at);
    }
}
