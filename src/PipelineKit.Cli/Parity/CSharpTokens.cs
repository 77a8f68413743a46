using System.Globalization;
using System.Text;

namespace PipelineKit.Cli.Parity;

/// <summary>A word, a text or a sign of a Cake script.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Text">Its text; of a text without quotes and escapes.</param>
/// <param name="Line">Line of the file, from one.</param>
internal readonly record struct CSharpToken(CSharpTokenKind Kind, string Text, int Line);

/// <summary>Kind of a token.</summary>
internal enum CSharpTokenKind
{
    /// <summary>A name or a number.</summary>
    Word,

    /// <summary>A text, whatever its quotes look like; an interpolated one is not filled in.</summary>
    Text,

    /// <summary>One character.</summary>
    Sign,
}

/// <summary>Splits a Cake script into words, texts and signs; comments and directives are left out.</summary>
internal sealed class CSharpTokens
{
    private readonly string _text;
    private readonly string _path;
    private readonly List<CSharpToken> _tokens = [];
    private int _at;
    private int _line = 1;

    private CSharpTokens(string text, string path) => (_text, _path) = (text, path);

    /// <exception cref="UnreadableException">A text does not end.</exception>
    public static IReadOnlyList<CSharpToken> Of(string text, string path)
    {
        var tokens = new CSharpTokens(text, path);
        tokens.Split();
        return tokens._tokens;
    }

    private void Split()
    {
        while (_at < _text.Length)
        {
            var here = _text[_at];
            if (here == '\n')
            {
                (_at, _line) = (_at + 1, _line + 1);
            }
            else if (char.IsWhiteSpace(here))
            {
                _at++;
            }
            else if (here == '#' || Starts("//"))
            {
                _at = _text.IndexOf('\n', _at) is var end && end < 0 ? _text.Length : end;
            }
            else if (here == '"' || Starts("@\"") || Starts("$\""))
            {
                AddText();
            }
            else if (char.IsLetterOrDigit(here) || here is '_' or '@')
            {
                AddWord();
            }
            else
            {
                _tokens.Add(new(CSharpTokenKind.Sign, here.ToString(), _line));
                _at++;
            }
        }
    }

    private bool Starts(string text) => _text.AsSpan(_at).StartsWith(text, StringComparison.Ordinal);

    private void AddWord()
    {
        var start = _at;
        while (++_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] == '_'))
        {
        }

        _tokens.Add(new(CSharpTokenKind.Word, _text[start.._at].TrimStart('@'), _line));
    }

    private void AddText()
    {
        var isVerbatim = _text[_at] == '@';
        _at += _text[_at] == '"' ? 1 : 2;
        var text = new StringBuilder();
        for (; _at < _text.Length && _text[_at] != '\n'; _at++)
        {
            if (_text[_at] == '"' && !(isVerbatim && Starts("\"\"")))
            {
                _at++;
                _tokens.Add(new(CSharpTokenKind.Text, text.ToString(), _line));
                return;
            }

            text.Append(_text[_at] == '\\' && !isVerbatim ? Escape() : _text[_at]);
            _at += isVerbatim && _text[_at] == '"' ? 1 : 0;
        }

        throw Unexpected();
    }

    private char Escape()
    {
        _at++;
        switch (_at < _text.Length ? _text[_at] : '\0')
        {
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u' when _at + 4 < _text.Length && ushort.TryParse(_text.AsSpan(_at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                _at += 4;
                return (char)code;
            case '"' or '\\':
                return _text[_at];
            default:
                throw Unexpected();
        }
    }

    private UnreadableException Unexpected() => new(string.Create(CultureInfo.InvariantCulture, $"{_path}:{_line}: not the text of a generated script"));
}
