using PipelineKit.Licences.Reading.Npm;
using PipelineKit.Licences.Reading.NuGet;

namespace PipelineKit.Licences.Reading;

/// <summary>The list of readers.</summary>
internal static class Readers
{
    // Found by searching a folder.
    private static readonly IPackageReader[] Locks = [new AssetsReader(), new NuGetLockReader(), new NpmLockReader()];

    // Taken only if the file is named: an SBOM in a folder would often be this tool's own output.
    private static readonly IPackageReader[] Documents = [];

    /// <summary>The reader of a file that was named; null if none reads it.</summary>
    public static IPackageReader? ForFile(string fileName) =>
        Array.Find(Locks, reader => reader.Accepts(fileName)) ?? Array.Find(Documents, reader => reader.Accepts(fileName));

    /// <summary>The reader of a file that a search came upon; null if it is none of interest.</summary>
    public static IPackageReader? Discovered(string fileName) => Array.Find(Locks, reader => reader.Accepts(fileName));

    /// <summary>Readers of what is installed in a folder, where no lock file tells it.</summary>
    public static IEnumerable<(string Path, IPackageReader Reader)> ForFolder(string folder, IReadOnlyList<string> files, ReadContext context) => [];
}
