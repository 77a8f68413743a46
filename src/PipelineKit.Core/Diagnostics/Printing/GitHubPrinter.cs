using System.Globalization;
using System.Text;

namespace PipelineKit.Core.Diagnostics.Printing;

/// <summary>GitHub's workflow commands: each becomes an annotation at its line.</summary>
public sealed class GitHubPrinter : IDiagnosticPrinter
{
    /// <inheritdoc/>
    public string Format => "github";

    /// <inheritdoc/>
    public string Print(IReadOnlyList<Diagnostic> diagnostics, PrintContext context)
    {
        var text = new StringBuilder();
        foreach (var diagnostic in diagnostics)
        {
            var span = diagnostic.Primary;
            text.Append("::").Append(diagnostic.Descriptor.Severity == Severity.Info ? "notice" : JsonText.WordOf(diagnostic.Descriptor.Severity))
                .Append(" file=").Append(Property(HiddenText.Visible(span.File)));
            if (span.Line > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $",line={span.Line}");
            }

            if (span is { Line: > 0, Column: > 0 })
            {
                text.Append(CultureInfo.InvariantCulture, $",col={span.Column},endColumn={span.Column + Math.Max(1, span.Length)}");
            }

            var message = diagnostic.Hint is { } hint ? $"{diagnostic.Message}\nhint: {hint}" : diagnostic.Message;
            text.Append(",title=").Append(Property($"{diagnostic.Descriptor.Code} {diagnostic.Descriptor.Title}"))
                .Append("::").Append(Data(message)).Append('\n');
        }

        return text.ToString();
    }

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
