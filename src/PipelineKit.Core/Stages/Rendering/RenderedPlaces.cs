using PipelineKit.Core.Diagnostics;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace PipelineKit.Core.Stages.Rendering;

/// <summary>
/// Where in a template the text that it rendered comes from. It is made only when what was rendered is wrong: the template runs once more, with
/// an output that notes the place of everything that is written.
/// </summary>
internal sealed class RenderedPlaces : IScriptOutput
{
    private readonly List<Piece> _pieces = [];
    private readonly System.Text.StringBuilder _text = new();
    private StageTemplateContext? _context;

    // Text of a template has its own offset in it; a value has the place of its expression.
    private sealed record Piece(int Start, SourceSpan Place, int Offset);

    /// <summary>Runs a template and notes the places; null where that fails, as the first run has told.</summary>
    /// <param name="template">The template.</param>
    /// <param name="context">A new context for the run.</param>
    /// <param name="file">How messages call the template.</param>
    /// <param name="source">Its text.</param>
    public static RenderedPlaces? Of(Template template, StageTemplateContext context, string file, string source)
    {
        var places = new RenderedPlaces { _context = context, File = file, Source = source };
        context.PushOutput(places);
        try
        {
            template.Render(context);
            return places;
        }
        catch (ScriptRuntimeException)
        {
            return null;
        }
    }

    private string File { get; init; } = "";

    private string Source { get; init; } = "";

    /// <summary>The place in the template of a place in the rendered text without marks.</summary>
    public SourceSpan Of(SourceSpan rendered)
    {
        var offset = OffsetOf(rendered);
        if (_pieces.FindLast(p => p.Start <= offset) is not { } piece)
        {
            return SourceSpan.WholeFile(File);
        }

        return piece.Offset < 0 ? piece.Place : Within(piece.Offset + (offset - piece.Start), rendered.Length);
    }

    /// <inheritdoc/>
    public void Write(string text, int offset, int count)
    {
        var place = _context!.ValuePlace ?? _context.CurrentSpan;
        var from = _context.ValuePlace is null ? Source.IndexOf(text.Substring(offset, count), Math.Max(0, place.Start.Offset), StringComparison.Ordinal) : -1;
        _pieces.Add(new Piece(_text.Length, TemplateParser.SpanOf(place, File), from));
        _text.Append(text, offset, count);
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
    {
        Write(text, offset, count);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private SourceSpan Within(int offset, int length)
    {
        var before = Source.AsSpan(0, Math.Min(offset, Source.Length));
        return new SourceSpan(File, before.Count('\n') + 1, offset - before.LastIndexOf('\n'), length);
    }

    private int OffsetOf(SourceSpan rendered)
    {
        var (line, column, at) = (1, 1, 0);
        while (at < _text.Length && (line < rendered.Line || column < rendered.Column || ValueMarks.IsOne(_text[at])))
        {
            var c = _text[at++];
            (line, column) = c == '\n' ? (line + 1, 1) : (line, ValueMarks.IsOne(c) ? column : column + 1);
            if (line > rendered.Line)
            {
                return at - 1;
            }
        }

        return at;
    }
}
