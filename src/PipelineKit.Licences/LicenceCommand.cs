using System.Globalization;
using PipelineKit.Licences.Output;

namespace PipelineKit.Licences;

/// <summary>What the command <c>licences</c> does, without the command line: data to one stream, everything else to a writer.</summary>
public static class LicenceCommand
{
    /// <summary>Exit code for wrong use: a format that does not exist or a wrong policy.</summary>
    public const int Usage = 2;

    /// <summary>Runs the check and writes the report.</summary>
    /// <param name="request">What to check. Licence texts are collected on their own where the format needs them.</param>
    /// <param name="format">Name of a format of <see cref="LicenceReportWriters.All"/>.</param>
    /// <param name="explain">A package whose chain of evidence is written in place of the report; null for the report.</param>
    /// <param name="output">Gets the report.</param>
    /// <param name="errors">Gets the problems, one a line, and the failures where the report is not a table.</param>
    /// <returns>The exit code, see <see cref="LicenceReport.ExitCode"/>.</returns>
    public static int Run(LicenceScanRequest request, string format, string? explain, Stream output, TextWriter errors)
    {
        if (LicenceReportWriters.Find(format) is not { } writer)
        {
            var names = string.Join(", ", LicenceReportWriters.All.Select(known => known.Format));
            errors.Write($"error: unknown format \"{format}\"; expected one of {names}\n");
            return Usage;
        }

        return Run(request, writer, explain, output, errors);
    }

    /// <summary>The same with a writer, which need not be one of the known ones.</summary>
    /// <param name="request">What to check. Licence texts are collected on their own where the format needs them.</param>
    /// <param name="writer">Writes the report.</param>
    /// <param name="explain">A package whose chain of evidence is written in place of the report; null for the report.</param>
    /// <param name="output">Gets the report.</param>
    /// <param name="errors">Gets the problems, one a line, and the failures where the report is not a table.</param>
    /// <returns>The exit code, see <see cref="LicenceReport.ExitCode"/>.</returns>
    public static int Run(LicenceScanRequest request, ILicenceReportWriter writer, string? explain, Stream output, TextWriter errors)
    {
        var report = LicenceScan.Run(writer is NoticesWriter ? request with { CollectTexts = true } : request);
        foreach (var problem in report.Problems)
        {
            var place = string.IsNullOrEmpty(problem.Location.File) ? "" : $"{problem.Location}: ";
            errors.Write($"{Wording.Safe(place)}{(place.Length > 0 ? " " : "")}{problem.Severity.ToString().ToLowerInvariant()} {problem.Code}: {Wording.Safe(problem.Message)}\n");
        }

        return explain is null ? Write(report, writer, output, errors) : Explain(report, explain, output, errors);
    }

    private static int Write(LicenceReport report, ILicenceReportWriter writer, Stream output, TextWriter errors)
    {
        writer.Write(report, output);
        foreach (var failure in writer.Format == "table" ? [] : report.Failures.Take(LicenceTable.MaximumRows))
        {
            errors.Write($"{failure.Package.FoundAt}: error: {Wording.Message(failure)}\n");
        }

        if (writer.Format != "table" && report.Failures.Count() - LicenceTable.MaximumRows is var more and > 0)
        {
            errors.Write($"error: … and {more.ToString("N0", CultureInfo.InvariantCulture)} more packages are not allowed\n");
        }

        return report.ExitCode;
    }

    private static int Explain(LicenceReport report, string package, Stream output, TextWriter errors)
    {
        if (LicenceExplanation.Of(report, package) is not { } explanation)
        {
            errors.Write($"error: the report holds no package \"{Wording.Safe(package)}\"\n");
            return Usage;
        }

        using var text = TextOutput.Open(output);
        text.Write(explanation);
        return report.ExitCode;
    }
}
