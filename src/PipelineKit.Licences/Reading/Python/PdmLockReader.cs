using PipelineKit.Licences.Reading.Text;

namespace PipelineKit.Licences.Reading.Python;

/// <summary>Reads <c>pdm.lock</c> of lock version 4, licences as <see cref="UvLockReader"/>.</summary>
internal sealed class PdmLockReader : IPackageReader
{
    /// <inheritdoc/>
    public bool Accepts(string fileName) => fileName == "pdm.lock";

    /// <inheritdoc/>
    public void Read(string path, ReadContext context)
    {
        if (context.Files.ReadText(path, ScanFiles.MaximumInput) is not { } text)
        {
            return;
        }

        var root = PythonLock.Read(text, "PDM", lockRoot => lockRoot["metadata"]?["lock_version"], ["4."]);
        var manifest = PythonManifest.Read(Path.GetDirectoryName(path)!, "pyproject.toml", context);
        var distributions = PythonLock.Entries(root, "package").Select(entry => Distribution(entry, manifest)).ToList();
        new PythonLockGraph(distributions, manifest, path, ("pdm lock", "pdm sync"), context).AddPackages();
    }

    private static LockedDistribution Distribution(LockNode entry, PythonManifest manifest) => PythonLock.Distribution(entry) with
    {
        Development = entry["groups"] is { IsList: true } groups ? groups.Items.Count > 0 && groups.Items.All(group => group.Text is { } name && manifest.DevelopmentGroups.Contains(name)) : null,
        IsProject = entry.TextOf("editable") == "true",
        Dependencies = [.. entry["dependencies"]?.Items.Select(item => PythonWish.Read(item.Text ?? "")) ?? []],
    };
}
