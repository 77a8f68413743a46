using PipelineKit.Core.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PipelineKit.Core.Yaml;

/// <summary>Builds nodes from the parser's events. A null node means: stop, the reason has been told.</summary>
internal sealed class YamlTreeBuilder
{
    private readonly string _file;
    private readonly DiagnosticBag _diagnostics;
    private readonly EventSpans _spans;
    private readonly YamlSyntaxErrors _errors;
    private readonly Scanner _scanner;
    private readonly Parser _parser;
    private Dictionary<string, Anchored>? _anchors;
    private int _nodes;
    private int _deepest;

    /// <summary>What an anchor stands for; a null node while it is still open.</summary>
    private sealed record Anchored(SourceNode? Node, int Size, int Height);

    public YamlTreeBuilder(string text, string file, DiagnosticBag diagnostics)
    {
        (_file, _diagnostics) = (file, diagnostics);
        _spans = new EventSpans(text, file);
        _errors = new YamlSyntaxErrors(text, file);
        _scanner = new Scanner(new StringReader(text));
        _parser = new Parser(_scanner);
    }

    public SourceNode? Build()
    {
        try
        {
            return Document();
        }
        catch (YamlException e)
        {
            _diagnostics.Add(_errors.Explain(e, (int)_scanner.CurrentPosition.Line, (int)_scanner.CurrentPosition.Column));
            return null;
        }
    }

    private SourceNode? Document()
    {
        Move();
        Move();
        if (_parser.Current is StreamEnd)
        {
            return Empty();
        }

        Move();
        if (Node(1) is not { } root)
        {
            return null;
        }

        Move();
        if (_parser.Current is not StreamEnd)
        {
            _diagnostics.Add(
                YamlDiagnostics.SeveralDocuments,
                _spans.Of(_parser.Current!, 3),
                "a second document starts here; a file holds one",
                "remove the line ---, or move what follows into a file of its own");
        }

        return root is SourceScalar { IsNull: true } ? Empty() : root;
    }

    private SourceNode? Empty()
    {
        _diagnostics.Add(YamlDiagnostics.Empty, SourceSpan.WholeFile(_file), "the file is empty");
        return null;
    }

    private SourceNode? Node(int depth)
    {
        var current = _parser.Current!;
        if (depth > YamlReader.MaxDepth)
        {
            return TooDeep(current);
        }

        if (++_nodes > YamlReader.MaxNodes)
        {
            return TooMany(current);
        }

        if (current is AnchorAlias alias)
        {
            return Expand(alias, depth);
        }

        if (current is not NodeEvent node)
        {
            return Broken(current);
        }

        RefuseTag(node);
        return node.Anchor.IsEmpty ? Content(node, depth) : Anchor(node, depth);
    }

    private SourceNode? Anchor(NodeEvent node, int depth)
    {
        _anchors ??= new(StringComparer.Ordinal);
        _anchors[node.Anchor.Value] = new(null, 0, 0);
        var (outer, before) = (_deepest, _nodes);
        _deepest = depth;
        var content = Content(node, depth);
        if (content is not null)
        {
            _anchors[node.Anchor.Value] = new(content, _nodes - before + 1, _deepest - depth);
        }

        _deepest = Math.Max(outer, _deepest);
        return content;
    }

    private SourceNode? Expand(AnchorAlias alias, int depth)
    {
        Anchored? target = null;
        if (_anchors?.TryGetValue(alias.Value.Value, out target) != true || target!.Node is null)
        {
            var why = target is null ? $"the alias *{alias.Value} has no anchor above it" : $"the alias *{alias.Value} stands inside what it stands for";
            _diagnostics.Add(YamlDiagnostics.Alias, _spans.Of(alias), why, $"define it with &{alias.Value}, or write the value out");
            return null;
        }

        _nodes += target.Size - 1;
        _deepest = Math.Max(_deepest, depth + target.Height);
        if (_nodes > YamlReader.MaxNodes)
        {
            return TooMany(alias);
        }

        if (depth + target.Height > YamlReader.MaxDepth)
        {
            return TooDeep(alias);
        }

        Move();
        return target.Node;
    }

    private SourceNode? Content(NodeEvent node, int depth)
    {
        _deepest = Math.Max(_deepest, depth);
        switch (node)
        {
            case Scalar scalar:
                Move();
                return new SourceScalar(scalar.Value, scalar.Style != YamlDotNet.Core.ScalarStyle.Plain, _spans.Of(scalar));
            case SequenceStart:
                return Sequence(node, depth);
            default:
                return Mapping(node, depth);
        }
    }

    private SourceList? Sequence(NodeEvent start, int depth)
    {
        Move();
        var items = new List<SourceNode>();
        while (_parser.Current is not SequenceEnd)
        {
            if (Node(depth + 1) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        Move();
        return new SourceList(items, _spans.Of(start, 1));
    }

    private SourceMap? Mapping(NodeEvent start, int depth)
    {
        Move();
        var entries = new List<SourceEntry>();
        var seen = new UniqueKeys(_diagnostics);
        while (_parser.Current is not MappingEnd)
        {
            if (Node(depth + 1) is not { } key || Node(depth + 1) is not { } value)
            {
                return null;
            }

            if (seen.Accept(key, value) is { } name)
            {
                entries.Add(new SourceEntry(name, value));
            }
        }

        Move();
        return new SourceMap(entries, _spans.Of(start, 1));
    }

    private void RefuseTag(NodeEvent node)
    {
        if (!node.Tag.IsEmpty)
        {
            _diagnostics.Add(YamlDiagnostics.Tag, _spans.Of(node), "tags are not read", "remove the tag; quotes make a value text");
        }
    }

    // In some broken documents the parser ends a mapping between a key and its value.
    private SourceNode? Broken(ParsingEvent at)
    {
        _diagnostics.Add(YamlDiagnostics.Syntax, _spans.Of(at, 1), "this is not valid YAML: a value is missing");
        return null;
    }

    private SourceNode? TooDeep(ParsingEvent at)
    {
        _diagnostics.Add(YamlDiagnostics.TooDeep, _spans.Of(at, 1), $"nested too deeply: at most {YamlReader.MaxDepth} levels are read");
        return null;
    }

    private SourceNode? TooMany(ParsingEvent at)
    {
        _diagnostics.Add(YamlDiagnostics.TooManyNodes, _spans.Of(at, 1), $"too many values: at most {YamlReader.MaxNodes} are read, and an alias counts as all that it stands for");
        return null;
    }

    private void Move()
    {
        try
        {
            _parser.MoveNext();
        }
        catch (InvalidOperationException e)
        {
            // The scanner loses count of open brackets in some broken documents and says so in this way.
            throw new YamlException(_scanner.CurrentPosition, _scanner.CurrentPosition, "expected ',' or ']'", e);
        }
    }
}
