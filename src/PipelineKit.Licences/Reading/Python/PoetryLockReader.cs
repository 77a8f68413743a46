using PipelineKit.Licences.Reading.Text;

namespace PipelineKit.Licences.Reading.Python;

/// <summary>Reads <c>poetry.lock</c> of lock versions 1 and 2, licences as <see cref="UvLockReader"/>.</summary>
internal sealed class PoetryLockReader : IPackageReader
{
    /// <inheritdoc/>
    public bool Accepts(string fileName) => fileName == "poetry.lock";

    /// <inheritdoc/>
    public void Read(string path, ReadContext context)
    {
        if (context.Files.ReadText(path, ScanFiles.MaximumInput) is not { } text)
        {
            return;
        }

        var root = PythonLock.Read(text, "Poetry", lockRoot => lockRoot["metadata"]?["lock-version"], ["1.", "2."]);
        var distributions = PythonLock.Entries(root, "package").Select(Distribution).ToList();
        var manifest = PythonManifest.Read(Path.GetDirectoryName(path)!, "pyproject.toml", context);
        new PythonLockGraph(distributions, manifest, path, ("poetry lock", "poetry install"), context).AddPackages();
    }

    private static LockedDistribution Distribution(LockNode entry) => PythonLock.Distribution(entry) with
    {
        // Lock version 2.1 lists groups, lock version 1 had a category, and between them nothing was said.
        Development = entry["groups"] is { IsList: true } groups ? groups.Items.Count > 0 && groups.Items.All(group => group.Text != "main") : entry.TextOf("category") is { } category ? category == "dev" : null,
        IsProject = entry["source"]?.TextOf("type") == "directory",
        Dependencies = [.. entry.MembersOf("dependencies").Select(pair => new PythonWish(PackageUrl.PythonName(pair.Key), null, pair.Value.Text is not null))],
    };
}
