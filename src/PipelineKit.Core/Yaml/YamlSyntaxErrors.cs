using PipelineKit.Core.Diagnostics;
using YamlDotNet.Core;

namespace PipelineKit.Core.Yaml;

/// <summary>Says in plain words what the parser stumbled over. The parser's own words are matched by their stable parts.</summary>
internal static class YamlSyntaxErrors
{
    private static readonly (string Part, string Message, string? Hint)[] Known =
    [
        ("could not find expected ':'", "a colon is missing: this line is neither a key nor a value", "write `key: value`"),
        ("Mapping values are not allowed", "a colon is not expected here", "quote a value that contains \": \", and begin a nested mapping on a line of its own"),
        ("found invalid mapping", "a colon is not expected here", "quote a value that contains \": \", and begin a nested mapping on a line of its own"),
        ("Block sequence entries are not allowed", "a list item is not expected here", "begin a list on the line below its key, or write [a, b]"),
        ("Mapping keys are not allowed", "a `?` is not expected here", "quote a value that starts with `? `"),
        ("unexpected end of stream", "a quote is opened and never closed", "close it with the same kind of quote"),
        ("found wrong indentation", "a quoted text that goes on over several lines must be indented", null),
        ("unknown escape character", "this escape does not exist in double quotes", "double the backslash, or use single quotes"),
        ("hexadecimal number", "this escape wants hexadecimal digits", "double the backslash, or use single quotes"),
        ("Unicode", "this escape is no character", "double the backslash, or use single quotes"),
        ("did not find expected key", "the indentation fits no mapping above", "align keys of one mapping in the same column"),
        ("did not find expected '-' indicator", "the indentation fits no list above", "align the items of one list in the same column"),
        ("expected ',' or ']'", "a list in brackets is not closed, or a comma is missing", "write [a, b]"),
        ("expected ',' or '}'", "a mapping in braces is not closed, or a comma is missing", "write { a: 1, b: 2 }"),
        ("did not find expected node content", "a value is missing here", null),
        ("undefined tag handle", "tags are not read", "remove the tag; quotes make a value text"),
        ("scanning a tag", "tags are not read", "quote a value that starts with !"),
        ("anchor or alias", "this is no name of an anchor", "quote a value that starts with & or *"),
        ("more than one anchor", "a value has one anchor at most", null),
        ("character that cannot start any token", "a value cannot start with this character", "quote it"),
        ("block scalar", "this text block is not indented as a block", "indent every line of the block alike, deeper than its key"),
        ("comment", "a comment is not expected here", "put a blank before `#`, and the comment on a line of its own"),
        ("irective", "directives (%) are not read", "remove the line"),
        ("incompatible YAML", "directives (%) are not read", "remove the line"),
        ("<document start>", "text stands behind the end of the document", "align keys of one mapping in the same column"),
    ];

    /// <summary>The diagnostic for what the parser threw.</summary>
    public static Diagnostic Explain(YamlException e, string text, string file)
    {
        var line = Math.Max(1, (int)e.Start.Line);
        if (FindTab(text, line) is { } tab)
        {
            return new(
                YamlDiagnostics.Tab,
                "a tab is used for indentation",
                new SourceSpan(file, tab.Line, tab.Column, 1),
                "indent with spaces");
        }

        var span = new SourceSpan(file, line, Math.Max(1, (int)e.Start.Column), 1);
        foreach (var (part, message, hint) in Known)
        {
            if (e.Message.Contains(part, StringComparison.Ordinal))
            {
                return new(YamlDiagnostics.Syntax, message, span, hint);
            }
        }

        return new(YamlDiagnostics.Syntax, "this is not valid YAML", span);
    }

    // The parser reports a tab where it stands or at the start or end of the construct around it.
    private static (int Line, int Column)? FindTab(string text, int line)
    {
        var lines = text.Split('\n');
        for (var at = Math.Min(line + 1, lines.Length); at >= Math.Max(1, line - 1); at--)
        {
            var content = lines[at - 1];
            var indentation = content.AsSpan(0, content.Length - content.AsSpan().TrimStart(" \t").Length);
            if (indentation.IndexOf('\t') is >= 0 and var column && !content.AsSpan().IsWhiteSpace())
            {
                return (at, column + 1);
            }
        }

        return null;
    }
}
