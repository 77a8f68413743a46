using System.Xml;

namespace PipelineKit.Licences.Reading.NuGet;

/// <summary>The packages that the project files in a folder ask for by name.</summary>
internal static class ProjectReferences
{
    private static readonly string[] Endings = [".csproj", ".fsproj", ".vbproj"];

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        MaxCharactersInDocument = ScanFiles.MaximumMetadata,
    };

    /// <summary>The names of package references that no condition guards and no property makes.</summary>
    public static IEnumerable<string> Names(string folder, ReadContext context)
    {
        var projects = context.Files.Files(folder).Where(file => Endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)).ToList();

        // Of several projects in a folder nobody knows whose lock file this is.
        return projects is [var project] && context.Files.Read(project, ScanFiles.MaximumMetadata) is { } bytes ? Names(bytes, context.Files.Display(project), context) : [];
    }

    private static List<string> Names(byte[] bytes, string shown, ReadContext context)
    {
        var names = new List<string>();
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes), Settings);
            var guardedAt = int.MaxValue;
            while (reader.Read())
            {
                guardedAt = reader.Depth <= guardedAt ? int.MaxValue : guardedAt;
                if (reader.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                if (reader.GetAttribute("Condition") is not null || reader.LocalName is "Choose" or "Target")
                {
                    guardedAt = Math.Min(guardedAt, reader.Depth);
                }
                else if (guardedAt == int.MaxValue && reader.LocalName == "PackageReference" && reader.GetAttribute("Include") is { Length: > 0 } name
                    && !name.AsSpan().ContainsAny("$@%*;"))
                {
                    names.Add(name.Trim());
                }
            }
        }
        catch (XmlException e)
        {
            context.Problems.Add(LicenceProblem.Malformed(shown, e.Message, e.LineNumber));
        }

        return names;
    }
}
