namespace PipelineKit.Licences.Reading.Text;

/// <summary>
/// Reads the part of TOML 1.0 that lock files use: tables, arrays of tables, strings, arrays and inline tables; other values
/// are kept as their text. Errors are <see cref="FormatException"/>s with the line.
/// </summary>
internal sealed class TomlReader
{
    private const int MaximumDepth = 32;
    private readonly string text;
    private int at;
    private int line = 1;

    private TomlReader(string text) => this.text = text;

    /// <summary>The document: strings, lists and tables (dictionaries).</summary>
    public static Dictionary<string, object> Read(string text)
    {
        var root = new Dictionary<string, object>(StringComparer.Ordinal);
        var reader = new TomlReader(text);
        var table = root;
        while (reader.SkipBlank())
        {
            if (reader.Peek == '[')
            {
                table = reader.Header(root);
            }
            else
            {
                reader.Pair(table, 0);
            }
        }

        return root;
    }

    private char Peek => at < text.Length ? text[at] : '\0';

    private Dictionary<string, object> Header(Dictionary<string, object> root)
    {
        at++;
        var isArray = Peek == '[';
        at += isArray ? 1 : 0;
        var keys = Keys(']');
        at += isArray ? 2 : 1;
        var table = root;
        for (var index = 0; index < keys.Count; index++)
        {
            table = Enter(table, keys[index], isArray && index == keys.Count - 1);
        }

        table[LineKey] = line.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return table;
    }

    /// <summary>The key under which a table keeps the line of its header; no key of a document is empty and spaced.</summary>
    public const string LineKey = " line";

    private Dictionary<string, object> Enter(Dictionary<string, object> table, string key, bool append)
    {
        if (append)
        {
            var list = table.GetValueOrDefault(key) as List<object> ?? [];
            table[key] = list;
            var added = new Dictionary<string, object>(StringComparer.Ordinal);
            list.Add(added);
            return added;
        }

        if (table.TryGetValue(key, out var known))
        {
            return (known as Dictionary<string, object>) ?? (known as List<object>)?.LastOrDefault() as Dictionary<string, object>
                ?? throw Wrong($"\"{key}\" is no table");
        }

        var inner = new Dictionary<string, object>(StringComparer.Ordinal);
        table[key] = inner;
        return inner;
    }

    private void Pair(Dictionary<string, object> table, int depth)
    {
        var keys = Keys('=');
        at++;
        foreach (var key in keys.SkipLast(1))
        {
            table = Enter(table, key, append: false);
        }

        SkipSpaces();
        table[keys[^1]] = Value(depth);
    }

    private List<string> Keys(char end)
    {
        var keys = new List<string>();
        while (true)
        {
            SkipSpaces();
            keys.Add(Peek is '"' or '\'' ? String() : Bare());
            SkipSpaces();
            if (Peek == end)
            {
                return keys;
            }

            if (Peek != '.' || keys.Count >= MaximumDepth)
            {
                throw Wrong($"expected \"{end}\"");
            }

            at++;
        }
    }

    private string Bare()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '-' or '_'))
        {
            at++;
        }

        return at > start ? text[start..at] : throw Wrong("expected a key");
    }

    private object Value(int depth) => Peek switch
    {
        _ when depth >= MaximumDepth => throw Wrong("nested too deeply"),
        '"' or '\'' => String(),
        '[' => Array(depth),
        '{' => Inline(depth),
        _ => Plain(),
    };

    private string Plain()
    {
        var start = at;
        while (at < text.Length && text[at] is not (',' or ']' or '}' or '\n' or '\r' or '#'))
        {
            at++;
        }

        return at > start ? text[start..at].Trim() : throw Wrong("expected a value");
    }

    private List<object> Array(int depth)
    {
        var items = new List<object>();
        at++;
        while (SkipBlank() && Peek != ']')
        {
            items.Add(Value(depth + 1));
            SkipBlank();
            at += Peek == ',' ? 1 : Peek == ']' ? 0 : throw Wrong("expected \",\" or \"]\"");
        }

        Expect(']');
        return items;
    }

    private Dictionary<string, object> Inline(int depth)
    {
        var table = new Dictionary<string, object>(StringComparer.Ordinal);
        at++;
        while (SkipBlank() && Peek != '}')
        {
            Pair(table, depth + 1);
            SkipBlank();
            at += Peek == ',' ? 1 : Peek == '}' ? 0 : throw Wrong("expected \",\" or \"}\"");
        }

        Expect('}');
        return table;
    }

    private string String()
    {
        var quote = Peek;
        var isLong = text.AsSpan(at).StartsWith(new string(quote, 3), StringComparison.Ordinal);
        var mark = new string(quote, isLong ? 3 : 1);
        var start = at + mark.Length;
        var end = start;
        while (end < text.Length && !text.AsSpan(end).StartsWith(mark, StringComparison.Ordinal))
        {
            if (text[end] == '\n' && !isLong)
            {
                throw Wrong("a string has no end");
            }

            line += text[end] == '\n' ? 1 : 0;
            end += quote == '"' && text[end] == '\\' ? 2 : 1;
        }

        if (end >= text.Length)
        {
            throw Wrong("a string has no end");
        }

        at = end + mark.Length;
        var value = text[start..end];
        return quote == '"' && value.Contains('\\', StringComparison.Ordinal)
            ? value.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal)
            : value;
    }

    private void Expect(char c)
    {
        if (Peek != c)
        {
            throw Wrong($"expected \"{c}\"");
        }

        at++;
    }

    private void SkipSpaces()
    {
        while (Peek is ' ' or '\t')
        {
            at++;
        }
    }

    private bool SkipBlank()
    {
        while (at < text.Length)
        {
            if (text[at] == '#')
            {
                var end = text.IndexOf('\n', at);
                at = end < 0 ? text.Length : end;
            }
            else if (char.IsWhiteSpace(text[at]) || text[at] == '\uFEFF')
            {
                line += text[at] == '\n' ? 1 : 0;
                at++;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private FormatException Wrong(string why) => new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"line {line}: {why}"));
}
