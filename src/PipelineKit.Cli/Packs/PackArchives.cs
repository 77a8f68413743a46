using System.IO.Compression;
using System.Security;
using System.Text;
using PipelineKit.Core.Packs;

namespace PipelineKit.Cli.Packs;

/// <summary>A pack as a zip file and as a NuGet package. The same pack gives the same bytes: entries are sorted and have no time of their own.</summary>
internal static class PackArchives
{
    // The earliest time that the format can say.
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const int RegularFile = 0x81A4 << 16;

    /// <summary>The zip file, with the pack at its top.</summary>
    /// <param name="files">Files of the pack, the README among them.</param>
    public static byte[] Zip(IReadOnlyDictionary<string, byte[]> files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
            {
                var entry = zip.CreateEntry(path, CompressionLevel.Optimal);
                (entry.LastWriteTime, entry.ExternalAttributes) = (Time, RegularFile);
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The NuGet package, with the pack below <c>pack/</c>.</summary>
    public static byte[] Package(Pack pack, IReadOnlyDictionary<string, byte[]> files)
    {
        var name = pack.Name.Value;
        var package = files.ToDictionary(f => "pack/" + f.Key, f => f.Value, StringComparer.Ordinal);
        package[$"{name}.nuspec"] = Encoding.UTF8.GetBytes(Nuspec(pack));
        package["[Content_Types].xml"] = Encoding.UTF8.GetBytes(ContentTypes(package.Keys));
        package["_rels/.rels"] = Encoding.UTF8.GetBytes($"""
            <?xml version="1.0" encoding="utf-8"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
              <Relationship Type="http://schemas.microsoft.com/packaging/2010/07/manifest" Target="/{name}.nuspec" Id="manifest" />
            </Relationships>

            """);
        return Zip(package);
    }

    private static string Nuspec(Pack pack) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
          <metadata>
            <id>{pack.Name.Value}</id>
            <version>{pack.Version.Value}</version>
            <authors>{pack.Name.Value}</authors>
            <description>{SecurityElement.Escape(pack.Summary ?? $"The pack {pack.Name.Value}.")}</description>
            <packageTypes>
              <packageType name="PipelineKitPack" />
            </packageTypes>
          </metadata>
        </package>

        """;

    // Open Packaging Conventions (ECMA-376-2): every extension has a type; a name without one gets its own line.
    private static string ContentTypes(IEnumerable<string> paths)
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\n");
        text.Append("  <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\" />\n");
        foreach (var extension in paths.Select(p => Path.GetExtension(p).TrimStart('.')).Where(e => e.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal))
        {
            text.Append($"  <Default Extension=\"{SecurityElement.Escape(extension)}\" ContentType=\"application/octet-stream\" />\n");
        }

        foreach (var path in paths.Where(p => Path.GetExtension(p).Length == 0).Order(StringComparer.Ordinal))
        {
            text.Append($"  <Override PartName=\"/{SecurityElement.Escape(path)}\" ContentType=\"application/octet-stream\" />\n");
        }

        return text.Append("</Types>\n").ToString();
    }
}
