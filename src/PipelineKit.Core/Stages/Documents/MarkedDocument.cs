using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages.Rendering;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Stages.Documents;

/// <summary>
/// Reads rendered text that still has its marks around everything that an expression wrote. A value must be a whole YAML value, never a part of
/// one, and no value may stand in a script: the marks tell, whatever form the scalar has. What is returned has no marks any more.
/// </summary>
internal sealed class MarkedDocument
{
    private readonly DiagnosticBag _diagnostics;
    private readonly string[] _lines;

    private MarkedDocument(string marked, DiagnosticBag diagnostics)
    {
        _diagnostics = diagnostics;
        _lines = marked.Split('\n');
    }

    /// <summary>The document's nodes with their places in the text without marks, or null with a diagnostic.</summary>
    public static SourceNode? Read(string marked, string file, DiagnosticBag diagnostics)
    {
        var own = new DiagnosticBag();
        var node = YamlReader.Read(marked, file, own);
        var document = new MarkedDocument(marked, diagnostics);
        foreach (var problem in own.Sorted())
        {
            diagnostics.Add(problem with { Message = ValueMarks.Remove(problem.Message), Primary = document.Unmarked(problem.Primary) });
        }

        return node is null ? null : document.Clean(node, inScript: false);
    }

    private SourceNode Clean(SourceNode node, bool inScript) => node switch
    {
        SourceScalar scalar => Clean(scalar, inScript),
        SourceList list => new SourceList([.. list.Items.Select(item => Clean(item, inScript))], Unmarked(list.Span)),
        SourceMap map => new SourceMap(
            [.. map.Entries.Select(entry => new SourceEntry(Clean(entry.Key, false), Clean(entry.Value, entry.Key.Value == "script")))], Unmarked(map.Span)),
        _ => node,
    };

    private SourceScalar Clean(SourceScalar scalar, bool inScript)
    {
        var span = Unmarked(scalar.Span);
        if (!ValueMarks.AnyIn(scalar.Value))
        {
            return scalar with { Span = span };
        }

        var text = ValueMarks.Remove(scalar.Value);
        if (inScript)
        {
            _diagnostics.Add(
                StageDiagnostics.ValueInScript,
                span,
                "a script must be literal text of the template, without values",
                "pass values as environment variables, or use \"argv\"");
        }
        else if (!ValueMarks.IsWhole(scalar.Value))
        {
            _diagnostics.Add(
                StageDiagnostics.PartOfValue,
                span,
                "an expression must write a whole value, and this is only a part of one",
                "make it one expression, for example {{ \"a-\" + b }}");
        }

        return new SourceScalar(text, scalar.Quoted, span);
    }

    private SourceSpan Unmarked(SourceSpan span)
    {
        if (span.Line < 1 || span.Line > _lines.Length || span.Column < 1)
        {
            return span;
        }

        var line = _lines[span.Line - 1];
        var start = Math.Min(span.Column - 1, line.Length);
        var end = Math.Min(start + span.Length, line.Length);
        return span with
        {
            Column = span.Column - ValueMarks.CountIn(line.AsSpan(0, start)),
            Length = Math.Max(1, span.Length - ValueMarks.CountIn(line.AsSpan(start, end - start))),
        };
    }
}
