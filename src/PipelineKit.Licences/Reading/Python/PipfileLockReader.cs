using PipelineKit.Licences.Reading.Text;

namespace PipelineKit.Licences.Reading.Python;

/// <summary>Reads <c>Pipfile.lock</c> (specification 6): lists without dependencies, licences as <see cref="UvLockReader"/>.</summary>
internal sealed class PipfileLockReader : IPackageReader
{
    private const string Specification = "6";

    /// <inheritdoc/>
    public bool Accepts(string fileName) => fileName == "Pipfile.lock";

    /// <inheritdoc/>
    public void Read(string path, ReadContext context)
    {
        if (context.Files.ReadText(path, ScanFiles.MaximumInput) is not { } text)
        {
            return;
        }

        var root = JsonText.Read(text);
        var version = root["_meta"]?.TextOf("pipfile-spec");
        if (version != Specification)
        {
            throw LockFormatException.OfVersion(
                version is null ? "has no \"pipfile-spec\", so Pipenv did not write it" : $"has specification {version}; {Specification} is read", root["_meta"]?.Line ?? 0);
        }

        if (root["default"] is not { IsTable: true } || root["develop"] is not { IsTable: true })
        {
            throw new LockFormatException("it lacks one of the tables \"default\" and \"develop\"", root.Line);
        }

        List<LockedDistribution> distributions = [.. Distributions(root, "default", false), .. Distributions(root, "develop", true)];
        var manifest = PythonManifest.Read(Path.GetDirectoryName(path)!, "Pipfile", context);
        new PythonLockGraph(distributions, manifest, path, ("pipenv lock", "pipenv sync"), context).AddPackages();
    }

    private static IEnumerable<LockedDistribution> Distributions(LockNode root, string table, bool isDevelopment) => root.MembersOf(table).Select(pair =>
        pair.Value.IsTable
            ? new LockedDistribution(pair.Key, pair.Value.TextOf("version")?.TrimStart('=') ?? "", pair.Value.Line) { Development = isDevelopment, IsProject = pair.Value.TextOf("path") == "." }
            : throw new LockFormatException($"the entry \"{pair.Key}\" is no table", pair.Value.Line));
}
