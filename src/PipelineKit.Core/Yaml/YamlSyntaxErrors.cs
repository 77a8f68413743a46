using PipelineKit.Core.Diagnostics;
using YamlDotNet.Core;

namespace PipelineKit.Core.Yaml;

/// <summary>Says in plain words what the parser stumbled over. The parser's own words are matched by their stable parts.</summary>
internal sealed class YamlSyntaxErrors(string text, string file)
{
    private const string ExpectedKey = "did not find expected key";
    private const string ColonMissing = "a colon is missing: this line is neither a key nor a value";
    private const string ColonHint = "write `key: value`";

    private static readonly (string Part, string Message, string? Hint, bool AtStop)[] Known =
    [
        ("could not find expected ':'", ColonMissing, ColonHint, false),
        ("Mapping values are not allowed", "a colon is not expected here", "quote a value that contains \": \", and begin a nested mapping on a line of its own", false),
        ("found invalid mapping", "a colon is not expected here", "quote a value that contains \": \", and begin a nested mapping on a line of its own", false),
        ("Block sequence entries are not allowed", "a list item is not expected here", "begin a list on the line below its key, or write [a, b]", false),
        ("Mapping keys are not allowed", "a `?` is not expected here", "quote a value that starts with `? `", false),
        ("unexpected end of stream", "a quote is opened and never closed", "close it with the same kind of quote", false),
        ("found wrong indentation", "this quoted text is not closed on its line", "close it with the same kind of quote; a text over several lines must be indented", false),
        ("unknown escape character", "this escape does not exist in double quotes", "double the backslash, or use single quotes", true),
        ("hexadecimal number", "this escape wants hexadecimal digits", "double the backslash, or use single quotes", true),
        ("Unicode", "this escape is no character", "double the backslash, or use single quotes", true),
        (ExpectedKey, "the indentation fits no mapping above", "align keys of one mapping in the same column", false),
        ("did not find expected '-' indicator", "the indentation fits no list above", "align the items of one list in the same column", false),
        ("expected ',' or ']'", "a list in brackets is not closed, or a comma is missing", "write [a, b]", false),
        ("expected ',' or '}'", "a mapping in braces is not closed, or a comma is missing", "write { a: 1, b: 2 }", false),
        ("did not find expected node content", "a value is missing here", null, false),
        ("undefined tag handle", "tags are not read", "remove the tag; quotes make a value text", false),
        ("scanning a tag", "tags are not read", "quote a value that starts with !", false),
        ("anchor or alias", "this is no name of an anchor", "quote a value that starts with & or *", false),
        ("more than one anchor", "a value has one anchor at most", null, false),
        ("character that cannot start any token", "a value cannot start with this character", "quote it", false),
        ("block scalar", "this text block is not indented as a block", "indent every line of the block alike, deeper than its key", false),
        ("comment", "a comment is not expected here", "put a blank before `#`, and the comment on a line of its own", false),
        ("irective", "directives (%) are not read", "remove the line", false),
        ("incompatible YAML", "directives (%) are not read", "remove the line", false),
        ("<document start>", "text stands behind the end of the document", "align keys of one mapping in the same column", false),
    ];

    private string[]? _split;

    private string[] Lines => _split ??= text.Split('\n');

    /// <summary>The diagnostic for what the parser threw.</summary>
    /// <param name="e">What it threw.</param>
    /// <param name="line">Line at which it stopped reading.</param>
    /// <param name="column">Column at which it stopped reading.</param>
    public Diagnostic Explain(YamlException e, int line, int column)
    {
        var start = Math.Max(1, (int)e.Start.Line);
        if (FindTab(start - 1, Math.Max(line, start) + 1) is { } tab)
        {
            return new(YamlDiagnostics.Tab, "a tab is used for indentation", tab, "indent with spaces");
        }

        var (_, message, hint, atStop) = Array.Find(Known, k => e.Message.Contains(k.Part, StringComparison.Ordinal));
        var span = atStop ? At(line, column) : At(start, Math.Max(1, (int)e.Start.Column));
        if (e.Message.Contains(ExpectedKey, StringComparison.Ordinal) && !Lines[span.Line - 1].Contains(':', StringComparison.Ordinal))
        {
            (message, hint) = (ColonMissing, ColonHint);
        }

        return new(YamlDiagnostics.Syntax, message ?? "this is not valid YAML", span, hint);
    }

    // Behind the last line there is nothing to show: the end of what was written says more.
    private SourceSpan At(int line, int column)
    {
        var at = Math.Clamp(line, 1, Lines.Length);
        if (!string.IsNullOrWhiteSpace(Lines[at - 1]))
        {
            return new SourceSpan(file, at, column, 1);
        }

        while (at > 1 && string.IsNullOrWhiteSpace(Lines[at - 1]))
        {
            at--;
        }

        return new SourceSpan(file, at, Lines[at - 1].TrimEnd().Length + 1, 1);
    }

    private SourceSpan? FindTab(int from, int to)
    {
        for (var at = Math.Max(1, from); at <= Math.Min(to, Lines.Length); at++)
        {
            var content = Lines[at - 1].AsSpan();
            var indentation = content[..^content.TrimStart(" \t").Length];
            if (indentation.IndexOf('\t') is >= 0 and var column && !content.IsWhiteSpace())
            {
                return new SourceSpan(file, at, column + 1, 1);
            }
        }

        return null;
    }
}
