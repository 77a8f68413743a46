using System.Text;
using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Yaml;

/// <summary>
/// Prints a <see cref="YamlNode"/> tree: two spaces, LF, no document markers, no line wider than <see cref="Width"/> where folding can avoid it.
/// The same tree gives the same bytes everywhere.
/// </summary>
public sealed class YamlWriter
{
    /// <summary>Width at which one-line sequences are broken and folded scalars fold, in characters.</summary>
    public const int Width = 120;

    private const int LongestImplicitKey = 1_000;

    private readonly StringBuilder _out = new();

    /// <summary>Prints a document.</summary>
    public static string Write(YamlMap root)
    {
        var writer = new YamlWriter();
        writer.WriteEntries(root, 0);
        return writer._out.ToString();
    }

    private void WriteEntries(YamlMap map, int indent)
    {
        foreach (var (key, value) in map)
        {
            WriteCommentsAbove(value, indent);
            Pad(indent);
            WriteEntry(key, value, indent);
        }
    }

    private void WriteEntry(string key, YamlNode value, int indent)
    {
        WriteKey(Key(key), indent);
        switch (value)
        {
            case YamlMap { Count: > 0 } map when !TryFlow(map, indent + key.Length + 2, out _):
                EndLine(value);
                WriteEntries(map, indent + 2);
                break;
            case YamlList { Items.Count: > 0 } list when !TryFlow(list, indent + key.Length + 2, out _):
                EndLine(value);
                WriteItems(list, indent + 2);
                break;
            case YamlScalar { Value: "", Style: ScalarStyle.Bare }:
                EndLine(value);
                break;
            default:
                _out.Append(' ');
                WriteInline(value, indent, key.Length + 2);
                break;
        }
    }

    // A key on the line of its value may have 1,024 characters (YAML 1.2.2, section 8.2.2); a longer one is written with its own indicator.
    private void WriteKey(string key, int indent)
    {
        if (key.Length <= LongestImplicitKey)
        {
            _out.Append(key).Append(':');
            return;
        }

        _out.Append("? ").Append(key).Append('\n');
        Pad(indent);
        _out.Append(':');
    }

    private void WriteItems(YamlList list, int indent)
    {
        foreach (var item in list.Items)
        {
            WriteCommentsAbove(item, indent);
            Pad(indent);
            _out.Append("- ");
            switch (item)
            {
                case YamlMap { Count: > 0 } map when !TryFlow(map, indent + 2, out _):
                    WriteMapInItem(map, indent + 2);
                    break;
                case YamlList { Items.Count: > 0 } inner when !TryFlow(inner, indent + 2, out _):
                    // A nested block sequence starts on the line below its dash: easier to read and unambiguous.
                    _out.Length -= 1;
                    EndLine(item);
                    WriteItems(inner, indent + 2);
                    break;
                default:
                    WriteInline(item, indent, 2);
                    break;
            }
        }
    }

    private void WriteMapInItem(YamlMap map, int indent)
    {
        var first = true;
        foreach (var (key, value) in map)
        {
            if (!first)
            {
                WriteCommentsAbove(value, indent);
                Pad(indent);
            }

            first = false;
            WriteEntry(key, value, indent);
        }
    }

    private void WriteInline(YamlNode node, int indent, int used)
    {
        switch (node)
        {
            case YamlScalar scalar:
                WriteScalar(scalar, indent, indent + used);
                break;
            default:
                _ = TryFlow(node, 0, out var text, force: true);
                _out.Append(text);
                EndLine(node);
                break;
        }
    }

    private void WriteScalar(YamlScalar scalar, int indent, int column)
    {
        var value = scalar.Value;
        if (scalar.Style is ScalarStyle.Text or ScalarStyle.Folded && value.Contains('\n', StringComparison.Ordinal) && CanBeBlock(value))
        {
            WriteBlock(scalar, value, indent + 2);
        }
        else if (scalar.Style == ScalarStyle.Folded && column + value.Length > Width && CanFold(value))
        {
            WriteFolded(scalar, value, indent + 2);
        }
        else
        {
            _out.Append(OneLine(scalar, flow: false));
            EndLine(scalar);
        }
    }

    private void WriteBlock(YamlScalar scalar, string value, int indent)
    {
        // Chomping: "|" keeps one final newline, "|-" none, "|+" all of them (YAML 1.2.2, section 8.1.1.2).
        var trailing = value.Length - value.TrimEnd('\n').Length;
        _out.Append(trailing switch { 0 => "|-", 1 => "|", _ => "|+" });
        EndLine(scalar);
        var body = trailing == 0 ? value : value[..^1];
        foreach (var line in body.Split('\n'))
        {
            if (line.Length > 0)
            {
                Pad(indent);
                _out.Append(line);
            }

            _out.Append('\n');
        }
    }

    private void WriteFolded(YamlScalar scalar, string value, int indent)
    {
        _out.Append(">-");
        EndLine(scalar);
        var column = 0;
        foreach (var word in value.Split(' '))
        {
            if (column == 0)
            {
                Pad(indent);
                column = indent;
            }
            else if (column + 1 + word.Length > Width)
            {
                _out.Append('\n');
                Pad(indent);
                column = indent;
            }
            else
            {
                _out.Append(' ');
                column++;
            }

            _out.Append(word);
            column += word.Length;
        }

        _out.Append('\n');
    }

    private static bool CanBeBlock(string value) =>
        value[0] is not (' ' or '\t' or '\n') && !ScalarRules.NeedsEscapes(value) && value.Trim('\n').Length > 0;

    // Folding is exact only at single spaces between words; a word may not look like a comment or start with white space.
    private static bool CanFold(string value) =>
        !value.Contains('\n', StringComparison.Ordinal) && value.Contains(' ', StringComparison.Ordinal) && value[0] != ' ' && value[^1] != ' '
        && !value.Contains("  ", StringComparison.Ordinal) && !value.Contains('\t', StringComparison.Ordinal) && !ScalarRules.NeedsEscapes(value);

    private static string OneLine(YamlScalar scalar, bool flow) => scalar.Style switch
    {
        ScalarStyle.Bare => scalar.Value,
        ScalarStyle.SingleQuoted when !ScalarRules.NeedsEscapes(scalar.Value) && !scalar.Value.Contains('\n', StringComparison.Ordinal) =>
            "'" + scalar.Value.Replace("'", "''", StringComparison.Ordinal) + "'",
        _ when ScalarRules.IsPlain(scalar.Value, flow) => scalar.Value,
        _ => ScalarRules.DoubleQuoted(scalar.Value),
    };

    private static string Key(string key) => ScalarRules.IsPlain(key, flow: true, asKey: true) ? key : ScalarRules.DoubleQuoted(key);

    private static string FlowKey(string key) => key.Length <= LongestImplicitKey ? key + ": " : $"? {key} : ";

    private static bool TryFlow(YamlNode node, int column, out string text, bool force = false)
    {
        text = "";
        var wanted = node is YamlList { Flow: true } or YamlMap { Flow: true } or YamlList { Items.Count: 0 } or YamlMap { Count: 0 };
        if (!wanted && !force)
        {
            return false;
        }

        text = Flow(node);
        return force || column + text.Length <= Width;
    }

    private static string Flow(YamlNode node) => node switch
    {
        YamlScalar scalar => OneLine(scalar, flow: true),
        YamlList list => "[" + string.Join(", ", list.Items.Select(Flow)) + "]",
        YamlMap { Count: 0 } => "{}",
        YamlMap map => "{ " + string.Join(", ", map.Select(entry => FlowKey(Key(entry.Key)) + Flow(entry.Value))) + " }",
        _ => throw new InvalidOperationException(node.GetType().Name),
    };

    private void WriteCommentsAbove(YamlNode node, int indent)
    {
        if (node.BlankLineAbove && _out.Length > 0)
        {
            _out.Append('\n');
        }

        foreach (var line in node.CommentsAbove)
        {
            Pad(indent);
            _out.Append('#').Append(line.Length == 0 ? "" : " ").Append(Harmless(line)).Append('\n');
        }
    }

    private void EndLine(YamlNode node)
    {
        if (node.Comment is { Length: > 0 } comment)
        {
            _out.Append(" # ").Append(Harmless(comment));
        }

        _out.Append('\n');
    }

    // A comment ends with its line: a value from outside must not be able to start a new one.
    private static string Harmless(string comment) => HiddenText.Visible(string.Concat(comment.Select(c => c is '\n' or '\r' or '\t' ? ' ' : c)));

    private void Pad(int count) => _out.Append(' ', count);
}
