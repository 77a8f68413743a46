using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PipelineKit.Licences.Reading.Text;

/// <summary>Reads YAML by YamlDotNet's events into <see cref="LockNode"/>s: block and flow style, JSON, several documents.</summary>
internal static class YamlText
{
    /// <summary>Deepest nesting that is read.</summary>
    public const int MaximumDepth = 64;

    /// <summary>The documents of a file.</summary>
    /// <exception cref="LockFormatException">The text is not YAML, nested too deeply, names a key twice or uses aliases, which no lock file does.</exception>
    public static List<LockNode> Read(string text)
    {
        try
        {
            var parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
            var documents = new List<LockNode>();
            parser.Consume<StreamStart>();
            while (!parser.Accept<StreamEnd>(out _))
            {
                parser.Consume<DocumentStart>();
                documents.Add(Node(parser, 0));
                parser.Consume<DocumentEnd>();
            }

            return documents;
        }
        catch (YamlException e)
        {
            throw new LockFormatException(e.Message, (int)e.Start.Line);
        }
    }

    private static LockNode Node(Parser parser, int depth)
    {
        var at = parser.Current ?? throw new LockFormatException("it ends too early", 0);
        var line = (int)at.Start.Line;
        return at switch
        {
            _ when depth > MaximumDepth => throw new LockFormatException($"it is nested deeper than {MaximumDepth} levels", line),
            AnchorAlias alias => throw new LockFormatException($"the alias *{alias.Value} stands where lock files have none", line),
            MappingStart => Table(parser, line, depth),
            SequenceStart => List(parser, line, depth),
            _ => Scalar(parser.Consume<Scalar>(), line),
        };
    }

    private static LockNode Scalar(Scalar scalar, int line) =>
        new(line) { Text = scalar is { Style: ScalarStyle.Plain, Value: "" or "~" or "null" } ? null : scalar.Value };

    private static LockNode Table(Parser parser, int line, int depth)
    {
        var table = LockNode.Table(line);
        parser.Consume<MappingStart>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (!parser.TryConsume<Scalar>(out var key))
            {
                throw new LockFormatException("a key is no text", (int)(parser.Current?.Start.Line ?? 0));
            }

            table.Add(key.Value, Node(parser, depth + 1), (int)key.Start.Line);
        }

        return table;
    }

    private static LockNode List(Parser parser, int line, int depth)
    {
        var list = LockNode.List(line);
        parser.Consume<SequenceStart>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            list.Add(Node(parser, depth + 1));
        }

        return list;
    }
}
