namespace Scriban.Parsing;

/// <summary>Turns a source into tokens in one pass; the whitespace control of sections 1.4 and 1.5 is decided here.</summary>
internal sealed partial class Lexer
{
    private readonly ScriptSource _source;
    private readonly string _text;
    private readonly LogMessageBag _messages;
    private readonly Stack<Interpolation> _interpolations = new();
    private TokenBuffer _tokens;
    private int _at;
    private int _braces;
    private bool _stripNext;
    private bool _stripLineNext;

    private Lexer(ScriptSource source, LogMessageBag messages)
    {
        _source = source;
        _text = source.Text;
        _messages = messages;
        _tokens = new TokenBuffer(Math.Max(64, _text.Length / 3));
    }

    /// <summary>Reads all tokens; errors of the lexer go to <paramref name="messages"/>.</summary>
    public static TokenBuffer Read(ScriptSource source, ScriptMode mode, LogMessageBag messages)
    {
        var lexer = new Lexer(source, messages);
        if (mode == ScriptMode.ScriptOnly)
        {
            lexer.ReadCode(isScript: true);
        }
        else
        {
            lexer.ReadTemplate();
        }

        lexer._tokens.Add(TokenType.Eof, -1, -1);
        return lexer._tokens;
    }

    private void ReadTemplate()
    {
        while (_at < _text.Length)
        {
            ReadText();
        }
    }

    /// <summary>Reads text up to the next block, then that block.</summary>
    private void ReadText()
    {
        var start = _at;
        while (true)
        {
            var open = _text.IndexOf('{', _at);
            if (open < 0 || open + 1 >= _text.Length)
            {
                AddText(start, _text.Length, stripLeft: false, stripLine: false);
                _at = _text.Length;
                return;
            }

            if (_text[open + 1] == '{')
            {
                EnterCode(start, open);
                return;
            }

            if (_text[open + 1] == '%' && TryReadEscape(start, open))
            {
                return;
            }

            _at = open + 1;
        }
    }

    private void EnterCode(int start, int open)
    {
        _at = open + 2;
        var mark = _at < _text.Length ? _text[_at] : '\0';
        var greedy = mark == '-';
        var line = mark == '~';
        var textStart = LeftEdge(start, open);
        AddText(start, open, greedy, line);
        if (greedy || line)
        {
            _at++;
            _tokens.Add(TokenType.CodeEnter, -1, open);
        }
        else
        {
            var indent = FindIndent(textStart, open);
            _tokens.Add(TokenType.CodeEnter, indent, open);
        }

        ReadCode(isScript: false);
    }

    /// <summary>Reads <c>{%{ text }%}</c> with any number of per cent signs; false when there is no such block here.</summary>
    private bool TryReadEscape(int start, int open)
    {
        var brace = open + 1;
        while (brace < _text.Length && _text[brace] == '%')
        {
            brace++;
        }

        if (brace >= _text.Length || _text[brace] != '{')
        {
            return false;
        }

        var percents = brace - open - 1;
        var close = FindEscapeEnd(brace + 1, percents);
        if (close < 0)
        {
            Error(_text.Length - 1, "Unexpected end of file while parsing an escape block");
            close = _text.Length;
        }

        var bodyStart = brace + 1;
        var mark = bodyStart < close ? _text[bodyStart] : '\0';
        AddText(start, open, mark == '-', mark == '~');
        bodyStart += mark is '-' or '~' ? 1 : 0;
        var endMark = close > bodyStart && close < _text.Length ? _text[close - 1] : '\0';
        var bodyEnd = endMark is '-' or '~' ? close - 1 : close;
        if (bodyEnd > bodyStart)
        {
            _tokens.Add(TokenType.Raw, bodyStart, bodyEnd);
        }

        _stripNext = endMark == '-';
        _stripLineNext = endMark == '~';
        _at = Math.Min(_text.Length, close + percents + 2);
        return true;
    }

    private int FindEscapeEnd(int from, int percents)
    {
        for (var at = _text.IndexOf('}', from); at >= 0; at = _text.IndexOf('}', at + 1))
        {
            var end = at + 1;
            while (end < _text.Length && _text[end] == '%')
            {
                end++;
            }

            if (end - at - 1 == percents && end < _text.Length && _text[end] == '}')
            {
                return at;
            }
        }

        return -1;
    }

    private void Error(int offset, string message) =>
        _messages.Add(new LogMessage(ParserMessageType.Error, new SourceSpan(_source, offset, offset + 1), message));

    /// <summary>An interpolated string whose expression is being read.</summary>
    private readonly record struct Interpolation(char Quote, int Braces);
}
