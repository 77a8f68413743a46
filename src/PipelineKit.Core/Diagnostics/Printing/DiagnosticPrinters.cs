namespace PipelineKit.Core.Diagnostics.Printing;

/// <summary>All printers.</summary>
public static class DiagnosticPrinters
{
    /// <summary>In the order in which help lists them.</summary>
    public static IReadOnlyList<IDiagnosticPrinter> All { get; } =
        [new TextPrinter(), new JsonPrinter(), new SarifPrinter(), new GitHubPrinter(), new GitLabPrinter()];

    /// <summary>The printer of a format, or null.</summary>
    public static IDiagnosticPrinter? Find(string format) => All.FirstOrDefault(p => p.Format == format);
}
