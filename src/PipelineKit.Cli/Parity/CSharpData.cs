using System.Globalization;
using System.Text;

namespace PipelineKit.Cli.Parity;

/// <summary>Reads the calls of a Cake script's data section as data; nothing of it is run. Knows the C# that such a section is made of, and no more.</summary>
internal sealed class CSharpData
{
    private readonly string _text;
    private readonly string _path;
    private int _at;

    private CSharpData(string text, string path) => (_text, _path) = (text, path);

    /// <summary>The calls, in order.</summary>
    /// <exception cref="UnreadableException">There is something else in the text.</exception>
    public static IReadOnlyList<CSharpObject> Calls(string text, string path)
    {
        var reader = new CSharpData(text, path);
        var calls = new List<CSharpObject>();
        while (reader.Next() != '\0')
        {
            calls.Add(reader.Value() as CSharpObject ?? throw reader.Unexpected());
            reader.Expect(';');
        }

        return calls;
    }

    private CSharpValue Value() => Next() switch
    {
        '"' => new CSharpText(Text()),
        '[' => new CSharpList(Items('[', ']')),
        '{' => new CSharpObject("", [], Members()),
        _ => Named(),
    };

    private CSharpValue Named()
    {
        var name = Name();
        if (name == "new" && char.IsLetter(Next()))
        {
            name = Name();
        }

        if (Next() == ':')
        {
            _at++;
            return Value();
        }

        return Next() != '(' ? new CSharpWord(name) : new CSharpObject(name, Items('(', ')'), Next() == '{' ? Members() : new Dictionary<string, CSharpValue>());
    }

    private List<CSharpValue> Items(char open, char close)
    {
        Expect(open);
        var items = new List<CSharpValue>();
        while (Next() != close)
        {
            items.Add(Value());
            if (Next() == ',')
            {
                _at++;
            }
        }

        Expect(close);
        return items;
    }

    private Dictionary<string, CSharpValue> Members()
    {
        Expect('{');
        var members = new Dictionary<string, CSharpValue>(StringComparer.Ordinal);
        while (Next() != '}')
        {
            string name;
            if (Next() == '[')
            {
                Expect('[');
                Next();
                name = Text();
                Expect(']');
            }
            else
            {
                name = Name();
            }

            Expect('=');
            members[name] = Value();
            if (Next() == ',')
            {
                _at++;
            }
        }

        Expect('}');
        return members;
    }

    private string Name()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '.' or '_' or '-'))
        {
            _at++;
        }

        return _at > start ? _text[start.._at] : throw Unexpected();
    }

    private string Text()
    {
        Expect('"');
        var text = new StringBuilder();
        while (_at < _text.Length && _text[_at] is not ('"' or '\n'))
        {
            text.Append(_text[_at] == '\\' ? Escape() : _text[_at]);
            _at++;
        }

        Expect('"');
        return text.ToString();
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

    private void Expect(char wanted)
    {
        if (Next() != wanted)
        {
            throw Unexpected();
        }

        _at++;
    }

    // The next character that counts; comments and directives do not.
    private char Next()
    {
        while (_at < _text.Length && (char.IsWhiteSpace(_text[_at]) || _text[_at] == '#' || _text.AsSpan(_at).StartsWith("//", StringComparison.Ordinal)))
        {
            var end = char.IsWhiteSpace(_text[_at]) ? _at : _text.IndexOf('\n', _at);
            _at = end < 0 ? _text.Length : end + 1;
        }

        return _at < _text.Length ? _text[_at] : '\0';
    }

    private UnreadableException Unexpected() => new(string.Create(
        CultureInfo.InvariantCulture,
        $"{_path}:{_text.AsSpan(0, Math.Min(_at, _text.Length)).Count('\n') + 1}: not the data of a generated script"));
}
