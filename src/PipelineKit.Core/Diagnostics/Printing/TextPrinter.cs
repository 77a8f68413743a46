using System.Globalization;
using System.Text;

namespace PipelineKit.Core.Diagnostics.Printing;

/// <summary>For people: place, message, the line with a caret, a hint.</summary>
public sealed class TextPrinter : IDiagnosticPrinter
{
    /// <inheritdoc/>
    public string Format => "text";

    /// <summary>The place as editors and terminals recognise it: <c>file:line:column</c>, as far as it is known.</summary>
    public static string LocationOf(SourceSpan span) => span switch
    {
        { Line: 0 } => HiddenText.Visible(span.File),
        { Column: 0 } => string.Create(CultureInfo.InvariantCulture, $"{HiddenText.Visible(span.File)}:{span.Line}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{HiddenText.Visible(span.File)}:{span.Line}:{span.Column}"),
    };

    /// <inheritdoc/>
    public string Print(IReadOnlyList<Diagnostic> diagnostics, PrintContext context)
    {
        var text = new StringBuilder();
        foreach (var diagnostic in diagnostics)
        {
            if (text.Length > 0)
            {
                text.Append('\n');
            }

            Print(diagnostic, context, text);
        }

        return text.ToString();
    }

    private static void Print(Diagnostic diagnostic, PrintContext context, StringBuilder text)
    {
        var (word, part) = diagnostic.Descriptor.Severity switch
        {
            Severity.Error => ("error", PrintPart.Error),
            Severity.Warning => ("warning", PrintPart.Warning),
            _ => ("info", PrintPart.Info),
        };
        text.Append(context.Style(PrintPart.Location, LocationOf(diagnostic.Primary) + ":")).Append(' ')
            .Append(context.Style(part, $"{word} {diagnostic.Descriptor.Code}:")).Append(' ')
            .Append(diagnostic.Message).Append('\n');
        var excerpt = context.SourceOf(diagnostic.Primary.File) is { } source ? SourceExcerpt.Of(diagnostic.Primary, source) : null;
        excerpt?.AppendTo(text, context.Style);
        if (diagnostic.Hint is { } hint)
        {
            text.Append(excerpt is null ? "" : "\n").Append(context.Style(PrintPart.Hint, "hint:")).Append(' ').Append(hint).Append('\n');
        }

        foreach (var related in diagnostic.Related ?? [])
        {
            text.Append(context.Style(PrintPart.Hint, "note:")).Append(' ').Append(LocationOf(related.Span)).Append(": ").Append(HiddenText.Visible(related.Message)).Append('\n');
        }
    }
}
