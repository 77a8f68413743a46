using System.Text;
using System.Text.RegularExpressions;
using PipelineKit.Parity.Tests.Reading;

namespace PipelineKit.Parity.Tests.Posix;

/// <summary>Splits shell text into words and operators (POSIX.1-2024, Shell Command Language, 2.3).</summary>
internal sealed partial class WordSplitter
{
    private const string Blank = " \t";
    private const string Breaks = " \t\n|&;<>()";

    private readonly string _text;
    private readonly StringBuilder _word = new();
    private int _at;
    private string? _variable;
    private int _parts;
    private bool _expanded;

    private WordSplitter(string text) => _text = text;

    public static IReadOnlyList<ShellToken> Split(string text)
    {
        var splitter = new WordSplitter(text);
        var tokens = new List<ShellToken>();
        while (splitter.Next() is { } token)
        {
            tokens.Add(token);
        }

        return tokens;
    }

    private ShellToken? Next()
    {
        while (_at < _text.Length && Blank.Contains(_text[_at], StringComparison.Ordinal))
        {
            _at++;
        }

        if (_at == _text.Length)
        {
            return null;
        }

        if (_text[_at] == '\n')
        {
            _at++;
            return ShellToken.LineEnd;
        }

        if (Operators().Match(_text, _at) is { Success: true } match)
        {
            _at += match.Length;
            return new ShellToken(null, match.Value);
        }

        return new ShellToken(Word(), null);
    }

    private ShellWord Word()
    {
        var start = _at;
        _word.Clear();
        (_variable, _parts, _expanded) = (null, 0, _text[_at] is '~' or '#');
        while (_at < _text.Length && !Breaks.Contains(_text[_at], StringComparison.Ordinal))
        {
            Part();
        }

        return new ShellWord(_word.ToString(), _parts == 1 ? _variable : null, _variable is not null && _parts > 1, _expanded, _text[start.._at]);
    }

    private void Part()
    {
        var c = _text[_at++];
        switch (c)
        {
            case '\'':
                var end = _text.IndexOf('\'', _at);
                Add(_text[_at..(end < 0 ? throw new UnreadableException("a quote stays open") : end)]);
                _at = end + 1;
                break;
            case '"':
                DoubleQuoted();
                break;
            case '\\':
                Add(_text[_at++].ToString());
                break;
            default:
                _expanded |= c is '$' or '`' or '*' or '?' or '[' or '{' or '}' or '!';
                Add(c.ToString());
                break;
        }
    }

    private void Add(string text)
    {
        _parts += 2;
        _word.Append(text);
    }

    private void DoubleQuoted()
    {
        while (_text[_at] != '"')
        {
            if (Printed().Match(_text, _at) is { Success: true } printed)
            {
                Add(Bytes(printed.Groups[1].Value));
                _at += printed.Length;
            }
            else if (Variables().Match(_text, _at) is { Success: true } variable)
            {
                _variable = variable.Groups[1].Value;
                _parts++;
                _word.Append('$').Append(_variable);
                _at += variable.Length;
            }
            else
            {
                _at += _text[_at] == '\\' && "$`\"\\".Contains(_text[_at + 1], StringComparison.Ordinal) ? 1 : 0;
                _expanded |= _text[_at] is '$' or '`' && _text[_at - 1] != '\\';
                Add(_text[_at++].ToString());
            }

            if (_at >= _text.Length)
            {
                throw new UnreadableException("a double quote stays open");
            }
        }

        _at++;
    }

    // What `printf` makes of octal escapes: the bytes of a text in UTF-8.
    private static string Bytes(string escapes) =>
        Encoding.UTF8.GetString([.. escapes.Split('\\', StringSplitOptions.RemoveEmptyEntries).Select(octal => Convert.ToByte(octal, 8))]);

    [GeneratedRegex(@"\G(?:\|\||&&|;;|>>|<<|[|&;<>()])", RegexOptions.CultureInvariant)]
    private static partial Regex Operators();

    [GeneratedRegex(@"\G\$\(printf '((?:\\[0-7]{3})+)'\)", RegexOptions.CultureInvariant)]
    private static partial Regex Printed();

    [GeneratedRegex(@"\G\$([A-Za-z_]\w*)", RegexOptions.CultureInvariant)]
    private static partial Regex Variables();
}
