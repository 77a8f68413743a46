using PipelineKit.Licences.Reading.Text;

namespace PipelineKit.Licences.Reading.Python;

/// <summary>
/// Reads <c>uv.lock</c>, version 1 of any revision. It holds no licences: those come from the virtual environment beside it, or from
/// the site-packages folders of the request.
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

        var root = PythonLock.Read(text, "uv", lockRoot => lockRoot["version"], ["1"]);
        var distributions = PythonLock.Entries(root, "package").Select(Distribution).ToList();
        var manifest = PythonManifest.Read(Path.GetDirectoryName(path)!, "pyproject.toml", context);
        new PythonLockGraph(distributions, manifest, path, ("uv lock", "uv sync"), context).AddPackages();
    }

    private static LockedDistribution Distribution(LockNode entry) => PythonLock.Distribution(entry) with
    {
        IsProject = entry["source"] is { } source && (source["editable"] ?? source["virtual"]) is not null,
        Dependencies = [.. Wishes(entry["dependencies"]), .. entry.MembersOf("optional-dependencies").SelectMany(extra => Wishes(extra.Value))],
        DevelopmentDependencies = [.. entry.MembersOf("dev-dependencies").SelectMany(group => Wishes(group.Value))],
    };

    private static IEnumerable<PythonWish> Wishes(LockNode? list) => list?.Items.Select(wish => new PythonWish(
        PackageUrl.PythonName(wish.TextOf("name") ?? throw new LockFormatException("a dependency has no \"name\"", wish.Line)), wish.TextOf("version"))) ?? [];
}
