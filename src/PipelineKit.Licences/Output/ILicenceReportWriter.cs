namespace PipelineKit.Licences.Output;

/// <summary>Writes a report in one format. The output is UTF-8 with <c>\n</c> and the same for the same report.</summary>
public interface ILicenceReportWriter
{
    /// <summary>The name of the format on the command line.</summary>
    string Format { get; }

    /// <summary>What the format is for, in a few words.</summary>
    string Summary { get; }

    /// <summary>Writes the report; the stream stays open.</summary>
    void Write(LicenceReport report, Stream output);
}
