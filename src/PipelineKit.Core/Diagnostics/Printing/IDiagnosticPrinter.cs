namespace PipelineKit.Core.Diagnostics.Printing;

/// <summary>Writes sorted diagnostics in one format.</summary>
public interface IDiagnosticPrinter
{
    /// <summary>Name of the format, as <c>--format</c> takes it.</summary>
    string Format { get; }

    /// <summary>The whole output, with LF line ends; empty only for the text formats and only when there is nothing to say.</summary>
    string Print(IReadOnlyList<Diagnostic> diagnostics, PrintContext context);
}
