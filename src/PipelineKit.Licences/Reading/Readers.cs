using PipelineKit.Licences.Reading.Npm;
using PipelineKit.Licences.Reading.NuGet;
using PipelineKit.Licences.Reading.Python;
using PipelineKit.Licences.Reading.Sbom;

namespace PipelineKit.Licences.Reading;

/// <summary>The list of readers.</summary>
internal static class Readers
{
    // Found by searching a folder.
    private static readonly IPackageReader[] Locks =
    [
        new AssetsReader(), new NuGetLockReader(),
        new NpmLockReader(), new PnpmLockReader(), new YarnLockReader(), new BunLockReader(),
        new UvLockReader(), new PoetryLockReader(), new PdmLockReader(), new PipfileLockReader(),
    ];

    private static readonly string[] NodeLocks = ["package-lock.json", "npm-shrinkwrap.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock"];
    private static readonly string[] PythonLocks = ["uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock"];
    private static readonly RefusedLocks Refused = new();

    // Taken only if the file is named: an SBOM in a folder would often be this tool's own output.
    private static readonly IPackageReader[] Named = [Refused, new NodeModulesReader(), new SbomReader()];

    private static readonly NodeModulesReader Modules = new();

    private static readonly SiteReader Site = new();

    /// <summary>The reader of a file that was named; null if none reads it.</summary>
    public static IPackageReader? ForFile(string fileName) => Discovered(fileName) ?? Array.Find(Named, reader => reader.Accepts(fileName));

    /// <summary>The reader of a file that a search came upon; null if it is none of interest.</summary>
    public static IPackageReader? Discovered(string fileName) => Array.Find(Locks, reader => reader.Accepts(fileName));

    /// <summary>The reader of a folder that holds installed Python distributions; null if it holds none.</summary>
    public static IPackageReader? ForSite(string folder, ReadContext context) => PythonSite.Is(folder, context) ? Site : null;

    /// <summary>Readers of what is installed in a folder, where no lock file tells it; and of lock files that must be refused, where nothing tells it.</summary>
    public static List<(string Path, IPackageReader Reader)> ForInstalled(string folder, IReadOnlyList<string> files, ReadContext context)
    {
        var names = files.Select(file => Path.GetFileName(file)).ToHashSet(StringComparer.Ordinal);
        var found = Installed(folder, names, context).ToList();
        found.AddRange(names.Where(name => Refused.Accepts(name) && RefusedLocks.StandsAlone(name, names, found.Count > 0))
            .Select(name => (Path.Combine(folder, name), (IPackageReader)Refused)));
        return found;
    }

    private static IEnumerable<(string Path, IPackageReader Reader)> Installed(string folder, HashSet<string> names, ReadContext context)
    {
        if (names.Contains("package.json") && context.Files.FolderExists(Path.Combine(folder, "node_modules"))
            && !names.Overlaps(NodeLocks))
        {
            yield return (Path.Combine(folder, "package.json"), Modules);
        }

        if (!names.Overlaps(PythonLocks))
        {
            foreach (var site in PythonSite.OfProject(folder, context))
            {
                yield return (site, Site);
            }
        }
    }
}
