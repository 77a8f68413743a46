using System.Text.Json;

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

        var shown = context.Files.Display(path);
        try
        {
            using var document = JsonDocument.Parse(Json.WithoutMark(bytes).ToArray(), Json.DocumentOptions);
            var root = document.RootElement;
            if (root.String("bomFormat") == "CycloneDX")
            {
                CycloneDxDocument.Read(root, shown).AddPackages(shown, context);
            }
            else if (root.String("spdxVersion") is "SPDX-2.2" or "SPDX-2.3")
            {
                SpdxDocument.Read(root, shown).AddPackages(shown, context);
            }
            else
            {
                context.Problems.Add(LicenceProblem.Unsupported(shown, "is neither a CycloneDX nor an SPDX 2.2 or 2.3 document"));
            }
        }
        catch (JsonException e)
        {
            context.Problems.Add(LicenceProblem.Malformed(shown, e.Message, (int)(e.LineNumber ?? 0) + 1));
        }
    }
}
