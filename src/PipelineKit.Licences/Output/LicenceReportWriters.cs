using System.Collections.Immutable;

namespace PipelineKit.Licences.Output;

/// <summary>The list of formats.</summary>
public static class LicenceReportWriters
{
    /// <summary>All formats; the first is the default.</summary>
    public static ImmutableArray<ILicenceReportWriter> All { get; } =
    [
        new TableWriter(),
        new JsonWriter(),
        new SarifWriter(),
        new GitLabWriter(),
        new MarkdownWriter(),
        new CycloneDxWriter(),
        new SpdxWriter(),
        new NoticesWriter(),
    ];

    /// <summary>The writer of a format; null if there is none of the name.</summary>
    public static ILicenceReportWriter? Find(string format) => All.FirstOrDefault(writer => writer.Format == format);
}
