using Tomlyn;
using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace PipelineKit.Licences.Reading.Text;

/// <summary>Reads TOML by Tomlyn's syntax tree into <see cref="LockNode"/>s, so that every table knows its line.</summary>
internal static class TomlText
{
    /// <summary>The document as a table.</summary>
    /// <exception cref="LockFormatException">The text is not TOML, nested too deeply, or names a key twice.</exception>
    public static LockNode Read(string text)
    {
        DocumentSyntax document;
        try
        {
            document = SyntaxParser.Parse(text);
        }
        catch (TomlException e)
        {
            throw new LockFormatException(e.Message, e.Line ?? 0);
        }

        if (document.HasErrors)
        {
            var first = document.Diagnostics.First(message => message.Kind == DiagnosticMessageKind.Error);
            throw new LockFormatException(first.Message.Trim(), first.Span.Start.Line + 1);
        }

        var root = LockNode.Table(1);
        AddPairs(root, document.KeyValues);
        foreach (var table in document.Tables)
        {
            AddPairs(Enter(root, Names(table.Name!), table is TableArraySyntax, LineOf(table)), table.Items);
        }

        return root;
    }

    private static void AddPairs(LockNode table, IEnumerable<KeyValueSyntax> pairs)
    {
        foreach (var pair in pairs)
        {
            var names = Names(pair.Key!);
            var line = LineOf(pair);
            Enter(table, names[..^1], isArray: false, line).Add(names[^1], Value(pair.Value!), line);
        }
    }

    // The last table of an array stands for the array, as TOML says.
    private static LockNode Enter(LockNode from, List<string> names, bool isArray, int line)
    {
        var table = from;
        for (var at = 0; at < names.Count; at++)
        {
            var append = isArray && at == names.Count - 1;
            var inner = table[names[at]];
            if (inner is null)
            {
                inner = append ? LockNode.List(line) : LockNode.Table(line);
                table.Add(names[at], inner, line);
            }

            if (append)
            {
                inner.Add(LockNode.Table(line));
            }

            table = inner.IsList && inner.Items.Count > 0 ? inner.Items[^1] : inner;
            if (!table.IsTable)
            {
                throw new LockFormatException($"\"{names[at]}\" is no table", line);
            }
        }

        return table;
    }

    private static LockNode Value(ValueSyntax value)
    {
        var line = LineOf(value);
        switch (value)
        {
            case InlineTableSyntax inline:
                var table = LockNode.Table(line);
                AddPairs(table, inline.Items.Select(item => item.KeyValue!));
                return table;
            case ArraySyntax array:
                var list = LockNode.List(line);
                foreach (var item in array.Items)
                {
                    list.Add(Value(item.Value!));
                }

                return list;
            case StringValueSyntax text:
                return new LockNode(line) { Text = text.Value };
            default:
                return new LockNode(line) { Text = value.ToString().Trim() };
        }
    }

    private static List<string> Names(KeySyntax key) => [Name(key.Key!), .. key.DotKeys.Select(dotted => Name(dotted.Key!))];

    private static string Name(BareKeyOrStringValueSyntax name) => name switch
    {
        StringValueSyntax text => text.Value ?? "",
        BareKeySyntax bare => bare.Key?.Text ?? "",
        _ => name.ToString().Trim(),
    };

    private static int LineOf(SyntaxNode node) => node.Span.Start.Line + 1;
}
