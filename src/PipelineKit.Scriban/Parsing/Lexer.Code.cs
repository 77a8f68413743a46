namespace Scriban.Parsing;

/// <summary>Code between double braces.</summary>
internal sealed partial class Lexer
{
    private char Peek(int ahead = 1) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    private void ReadCode(bool isScript)
    {
        _braces = 0;
        _interpolations.Clear();
        while (_at < _text.Length)
        {
            if (!isScript && TryExit())
            {
                return;
            }

            ReadToken(isScript);
        }
    }

    /// <summary>Reads <c>}}</c>, <c>-}}</c> or <c>~}}</c> when no brace of an object or interpolation is open.</summary>
    private bool TryExit()
    {
        if (_braces > 0 || _interpolations.Count > 0)
        {
            return false;
        }

        var c = _text[_at];
        var marked = c is '-' or '~';
        var brace = marked ? _at + 1 : _at;
        if ((!marked && c != '}') || brace + 1 >= _text.Length || _text[brace] != '}' || _text[brace + 1] != '}')
        {
            return false;
        }

        _tokens.Add(TokenType.CodeExit, _at, brace + 2);
        _stripNext = c == '-';
        _stripLineNext = c == '~';
        _at = brace + 2;
        return true;
    }

    private void ReadToken(bool isScript)
    {
        var c = _text[_at];
        if (c is '\n' or '\r')
        {
            ReadNewLine();
        }
        else if (char.IsWhiteSpace(c))
        {
            _at++;
        }
        else if (c == '#')
        {
            SkipComment(isScript);
        }
        else if (c == '_' || char.IsLetter(c))
        {
            ReadIdentifier();
        }
        else if (char.IsAsciiDigit(c))
        {
            ReadNumber();
        }
        else if (c is '"' or '\'')
        {
            ReadString(c);
        }
        else if (c == '`')
        {
            ReadVerbatim();
        }
        else if (c == '$')
        {
            ReadSpecial();
        }
        else
        {
            ReadPunctuation(c);
        }
    }

    private void ReadNewLine()
    {
        var start = _at;
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }

        _tokens.Add(TokenType.NewLine, start, _at);
    }

    private void SkipComment(bool isScript)
    {
        var multiLine = Peek() == '#';
        _at += multiLine ? 2 : 1;
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (multiLine && c == '#' && Peek() == '#')
            {
                _at += 2;
                return;
            }

            if (!multiLine && (c == '\n' || (c == '\r' && Peek() == '\n')))
            {
                return;
            }

            if (!isScript && EndsBlock(c))
            {
                return;
            }

            _at++;
        }
    }

    /// <summary>Whether a comment is ended here by the end of its block.</summary>
    private bool EndsBlock(char c) =>
        (c == '}' && Peek() == '}') || (c is '-' or '~' && Peek() == '}' && Peek(2) == '}');

    private void ReadIdentifier()
    {
        var start = _at;
        SkipName();
        var afterDot = start > 0 && _text[start - 1] == '.';
        if (afterDot && _at < _text.Length && _text[_at] == '?' && _text.AsSpan(start, _at - start) is "empty" or "blank")
        {
            _at++;
        }

        _tokens.Add(TokenType.Identifier, start, _at);
    }

    private void SkipName()
    {
        while (_at < _text.Length && (_text[_at] == '_' || char.IsLetterOrDigit(_text[_at])))
        {
            _at++;
        }
    }

    /// <summary>Reads <c>$name</c>, <c>$0</c>, <c>$</c>, <c>$$</c> or the start of an interpolated string.</summary>
    private void ReadSpecial()
    {
        var start = _at;
        var next = Peek();
        if (next is '"' or '\'')
        {
            _at += 2;
            _tokens.Add(TokenType.InterpolationStart, start, _at);
            ReadInterpolated(next);
            return;
        }

        _at++;
        if (next == '$')
        {
            _at++;
        }
        else
        {
            SkipName();
        }

        _tokens.Add(TokenType.Special, start, _at);
    }
}
