using System.Text;

namespace PipelineKit.Licences.Reading.Text;

/// <summary>
/// Reads the format of Yarn 1 (https://github.com/yarnpkg/yarn, src/lockfile/parse.js): keys with a value, or with a colon and
/// a block that is indented by two blanks more. It is stricter than YAML and is not YAML: <c>name "value"</c> has no colon.
/// </summary>
internal sealed class YarnText
{
    private const int Step = 2;
    private const int MaximumDepth = 8;
    private readonly List<(int Indent, string Content, int Line)> lines = [];
    private int next;

    private YarnText(string text)
    {
        var number = 0;
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            number++;
            var content = raw.TrimStart(' ');
            if (!content.IsWhiteSpace() && content[0] != '#')
            {
                lines.Add((raw.Length - content.Length, content.TrimEnd().ToString(), number));
            }
        }
    }

    /// <summary>The blocks of a file. The name of a block holds all its keys with a comma and a blank between them.</summary>
    /// <exception cref="LockFormatException">The text is not of this format.</exception>
    public static LockNode Read(string text)
    {
        var reader = new YarnText(text);
        var root = reader.Block(0, 1);
        return reader.next == reader.lines.Count ? root : throw Wrong("it is indented by the wrong number of blanks", reader.lines[reader.next].Line);
    }

    private LockNode Block(int indent, int line)
    {
        var table = LockNode.Table(line);
        for (; next < lines.Count && lines[next].Indent == indent;)
        {
            var (_, content, at) = lines[next++];
            var words = Words(content, at, out var opens);
            if (opens)
            {
                if (indent >= Step * MaximumDepth || next >= lines.Count || lines[next].Indent != indent + Step)
                {
                    throw Wrong($"\"{words[0]}\" has no block below it, indented by {indent + Step} blanks", at);
                }

                table.Add(string.Join(", ", words), Block(indent + Step, at), at);
            }
            else
            {
                table.Add(words[0], new LockNode(at) { Text = words.Count == 2 ? words[1] : throw Wrong($"expected a name and a value, or names and a colon, not \"{content}\"", at) }, at);
            }
        }

        return table;
    }

    // "a@^1", b@2:   or   name "value"   or   name value
    private static List<string> Words(string content, int line, out bool opens)
    {
        var words = new List<string>();
        opens = false;
        var at = 0;
        while (at < content.Length && !opens)
        {
            words.Add(content[at] == '"' ? Quoted(content, ref at, line) : Bare(content, ref at, line));
            opens = at == content.Length - 1 && content[at] == ':';
            var separated = at < content.Length && content[at] is ',' or ' ';
            if (!opens && !separated && at < content.Length)
            {
                throw Wrong($"\"{content[at]}\" stands where a blank, a comma or a colon belongs", line);
            }

            while (at < content.Length && content[at] is ',' or ' ')
            {
                at++;
            }
        }

        return words;
    }

    private static string Bare(string content, ref int at, int line)
    {
        var start = at;
        while (at < content.Length && content[at] is not (' ' or ',' or '"') && !(content[at] == ':' && at == content.Length - 1))
        {
            at++;
        }

        var word = content[start..at];
        return word.Length > 0 && (char.IsAsciiLetterOrDigit(word[0]) || word[0] is '/' or '.' or '-' or '_' or '@' or '*' or '^' or '~' or '>' or '<' or '=')
            ? word
            : throw Wrong($"\"{content[start]}\" cannot begin a name", line);
    }

    private static string Quoted(string content, ref int at, int line)
    {
        var word = new StringBuilder();
        for (at++; at < content.Length && content[at] != '"'; at++)
        {
            word.Append(content[at] == '\\' && at + 1 < content.Length ? content[++at] : content[at]);
        }

        return at++ < content.Length ? word.ToString() : throw Wrong("a text in quotes has no end", line);
    }

    private static LockFormatException Wrong(string why, int line) => new(why, line);
}
