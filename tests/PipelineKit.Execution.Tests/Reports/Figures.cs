using System.Globalization;
using System.Xml.Linq;

namespace PipelineKit.Execution.Tests.Reports;

/// <summary>Figures of reports in XML.</summary>
internal static class Figures
{
    /// <summary>Rate of covered lines of a Cobertura report in per cent with one decimal.</summary>
    public static string LineCoverage(string file)
    {
        var rate = double.Parse(XDocument.Load(file).Root!.Attribute("line-rate")!.Value, CultureInfo.InvariantCulture);
        return (Math.Floor(rate * 1000) / 10).ToString("0.0", CultureInfo.InvariantCulture);
    }

    /// <summary>Numbers of tests and of failed ones of a JUnit report.</summary>
    public static (int Tests, int Failed) Tests(string file)
    {
        var cases = XDocument.Load(file).Descendants("testcase").ToList();
        return (cases.Count, cases.Count(c => c.Element("failure") is not null || c.Element("error") is not null));
    }

    /// <summary>Root element of an XML report, or an empty text.</summary>
    public static string KindOf(string file) => file.EndsWith(".xml", StringComparison.Ordinal) ? Root(file) : "";

    // Cobertura names a document type that is nowhere to be loaded from.
    private static string Root(string file)
    {
        using var reader = System.Xml.XmlReader.Create(file, new System.Xml.XmlReaderSettings { DtdProcessing = System.Xml.DtdProcessing.Ignore });
        return reader.MoveToContent() == System.Xml.XmlNodeType.Element ? reader.LocalName : "";
    }
}
