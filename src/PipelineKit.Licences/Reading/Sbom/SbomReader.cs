using System.Text.Json;
using PipelineKit.Licences.Reading.Text;

namespace PipelineKit.Licences.Reading.Sbom;

/// <summary>Reads CycloneDX (1.2 and later) and SPDX (2.2, 2.3) documents in JSON.</summary>
internal sealed class SbomReader : IPackageReader
{
    /// <inheritdoc/>
    public bool Accepts(string fileName) => fileName.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public void Read(string path, ReadContext context)
    {
        if (context.Files.Read(path, ScanFiles.MaximumInput) is not { } bytes)
        {
            return;
        }

        using var document = JsonDocument.Parse(Json.WithoutMark(bytes).ToArray(), Json.DocumentOptions);
        var root = document.RootElement;
        var shown = context.Files.Display(path);
        var graph = (root.String("bomFormat"), root.String("specVersion"), root.String("spdxVersion")) switch
        {
            ("CycloneDX", "1.2" or "1.3" or "1.4" or "1.5" or "1.6" or "1.7", _) => CycloneDxDocument.Read(root, shown),
            ("CycloneDX", var version, _) => throw Unsupported($"is CycloneDX of version \"{version}\"; 1.2 to 1.7 are read"),
            (_, _, "SPDX-2.2" or "SPDX-2.3") => SpdxDocument.Read(root, shown),
            _ => throw Unsupported("is neither a CycloneDX nor an SPDX 2.2 or 2.3 document"),
        };
        if (graph.IsEmpty)
        {
            throw new LockFormatException("it names no package, so there is nothing to judge", 0);
        }

        graph.AddPackages(shown, context);
    }

    private static LockFormatException Unsupported(string why) => LockFormatException.OfVersion(why);
}
