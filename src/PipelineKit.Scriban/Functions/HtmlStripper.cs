using System.Text;

namespace Scriban.Functions;

/// <summary>Removes tags, comments, scripts and styles in one pass over the text.</summary>
internal sealed class HtmlStripper
{
    private readonly string _text;
    private readonly StringBuilder _result;
    private int _at;
    private bool _ignoresQuotes;

    private HtmlStripper(string text)
    {
        _text = text;
        _result = new StringBuilder(text.Length);
    }

    public static string Strip(string text) => new HtmlStripper(text).Run();

    private string Run()
    {
        while (_at < _text.Length)
        {
            var open = _text.IndexOf('<', _at);
            var end = open < 0 ? -1 : EndOf(open);
            if (end < 0)
            {
                _result.Append(_text, _at, _text.Length - _at);
                break;
            }

            _result.Append(_text, _at, open - _at);
            _at = end;
        }

        return _result.ToString();
    }

    /// <summary>Offset after what begins at an opening angle bracket; -1 when it has no end.</summary>
    private int EndOf(int open)
    {
        foreach (var (start, end) in new[] { ("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>") })
        {
            if (string.Compare(_text, open, start, 0, start.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                var close = _text.IndexOf(end, open, StringComparison.OrdinalIgnoreCase);
                return close < 0 ? EndOfTag(open) : close + end.Length;
            }
        }

        return EndOfTag(open);
    }

    /// <summary>A closing bracket inside quotes does not count, unless a quote is never closed.</summary>
    private int EndOfTag(int open)
    {
        var quote = '\0';
        for (var i = open + 1; i < _text.Length && !_ignoresQuotes; i++)
        {
            var c = _text[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c == '>')
            {
                return i + 1;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
        }

        _ignoresQuotes = true;
        return _text.IndexOf('>', open) + 1 is var end and > 0 ? end : -1;
    }
}
