using System.Collections.Immutable;
using System.Xml;

namespace PipelineKit.Licences.Reading.NuGet;

/// <summary>
/// The licence in a package's nuspec (https://learn.microsoft.com/nuget/reference/nuspec#license): an expression, the name of
/// a file in the package, or in old packages an address.
/// </summary>
internal static class Nuspec
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = ScanFiles.MaximumMetadata,
    };

    /// <summary>The statements of a nuspec, and whether the package marks itself as needed for development only.</summary>
    public static (ImmutableArray<LicenceStatement> Statements, bool Development) Read(string path, ReadContext context)
    {
        var statements = ImmutableArray.CreateBuilder<LicenceStatement>();
        if (context.Files.Read(path, ScanFiles.MaximumMetadata) is not { } bytes)
        {
            return ([], false);
        }

        var shown = context.Files.Display(path);
        var development = false;
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes), Settings);
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && reader.Depth == 2)
                {
                    development |= ReadElement(reader, shown, Path.GetDirectoryName(path)!, statements, context);
                }
            }
        }
        catch (XmlException e)
        {
            context.Problems.Add(LicenceProblem.Malformed(shown, e.Message, e.LineNumber));
        }

        return (statements.ToImmutable(), development);
    }

    private static bool ReadElement(
        XmlReader reader, string shown, string folder, ImmutableArray<LicenceStatement>.Builder statements, ReadContext context)
    {
        var place = new SourceLocation(shown, (reader as IXmlLineInfo)?.LineNumber ?? 0);
        switch (reader.LocalName)
        {
            case "license":
                var kind = reader.GetAttribute("type");
                var value = Content(reader);
                statements.Add(new(kind == "file" ? StatementKind.FileName : StatementKind.Expression, value, place));
                if (kind == "file" && PackageFiles.ReadNamed(folder, value, context) is { } text)
                {
                    statements.Add(text);
                }

                return false;
            case "licenseUrl":
                statements.Add(new(StatementKind.Url, Content(reader), place));
                return false;
            case "developmentDependency":
                return Content(reader) == "true";
            default:
                return false;
        }
    }

    // Reads to the end tag and not beyond it, so that the next Read finds the next element.
    private static string Content(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var text = "";
        while (reader.Read() && reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                text += reader.Value;
            }
        }

        return text.Trim();
    }
}
