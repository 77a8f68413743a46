using PipelineKit.Licences.Reading.Text;

namespace PipelineKit.Licences.Reading.Python;

/// <summary>
/// Reads <c>uv.lock</c>. It holds no licences: those come from the virtual environment beside it, or from the site-packages
/// folders of the request.
/// </summary>
internal sealed class UvLockReader : IPackageReader
{
    /// <inheritdoc/>
    public bool Accepts(string fileName) => fileName == "uv.lock";

    /// <inheritdoc/>
    public void Read(string path, ReadContext context)
    {
        if (context.Files.ReadText(path, ScanFiles.MaximumInput) is not { } text)
        {
            return;
        }

        try
        {
            var document = TomlReader.Read(text);
            var packages = (document.GetValueOrDefault("package") as List<object> ?? []).OfType<Dictionary<string, object>>().Select(table => new UvPackage(table)).ToList();
            new UvGraph(packages).AddPackages(path, context);
        }
        catch (FormatException e)
        {
            context.Problems.Add(LicenceProblem.Malformed(context.Files.Display(path), e.Message));
        }
    }
}
