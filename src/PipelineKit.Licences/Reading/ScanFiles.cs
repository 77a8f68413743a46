using System.Collections.Immutable;
using System.Security;
using System.Text;

namespace PipelineKit.Licences.Reading;

/// <summary>
/// The only way to the file system: reads files of bounded size, follows no link that leads out of the scanned folders, and
/// turns failures into problems.
/// </summary>
internal sealed class ScanFiles
{
    /// <summary>Largest lock file or SBOM, in bytes.</summary>
    public const int MaximumInput = 256 * 1024 * 1024;

    /// <summary>Largest metadata file of one package, in bytes.</summary>
    public const int MaximumMetadata = 4 * 1024 * 1024;

    private const int MaximumHops = 32;
    private readonly ImmutableArray<string> roots;
    private readonly string realRoot;
    private readonly Dictionary<string, bool> checkedFolders = new(StringComparer.Ordinal);
    private readonly ICollection<LicenceProblem> problems;

    public ScanFiles(string root, IEnumerable<string> trustedFolders, ICollection<LicenceProblem> problems)
    {
        this.problems = problems;
        Root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        realRoot = Target(Root);
        var named = trustedFolders.Select(folder => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))).Prepend(Root);
        roots = [.. named.SelectMany(folder => (string[])[folder, Target(folder)])
            .Where(folder => folder.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The scanned folder, absolute.</summary>
    public string Root { get; }

    /// <summary>What stands for the scanned folder in reports; empty: nothing, paths begin below it.</summary>
    public string Shown { get; init; } = "";

    /// <summary>
    /// The path as reports show it, with forward slashes: relative to the scanned folder or to the repository, or behind the name of another folder
    /// that may be read, so that reports are alike on every machine.
    /// </summary>
    public string Display(string path)
    {
        var full = Path.GetFullPath(path);
        var root = roots.FirstOrDefault(folder => full.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal));
        var shown = root switch
        {
            null => full,
            _ when root == Root || root == realRoot => Path.Combine(Shown, full[(root.Length + 1)..]),
            _ => Path.GetFileName(root) + full[root.Length..],
        };
        return Path.DirectorySeparatorChar == '/' ? shown : shown.Replace(Path.DirectorySeparatorChar, '/');
    }

    /// <summary>The bytes of a file; null, without a problem, if there is none; null with a problem if it cannot be read.</summary>
    public byte[]? Read(string path, int limit)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                return null;
            }

            if (!IsInside(file.FullName, 0))
            {
                problems.Add(LicenceProblem.LinkOutside(Display(path)));
                return null;
            }

            return ReadBounded(file.FullName, limit);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException or ArgumentException or NotSupportedException)
        {
            problems.Add(LicenceProblem.Unreadable(Display(path), e.Message));
            return null;
        }
    }

    /// <summary>The text of a file in UTF-8, wrong bytes replaced; null as <see cref="Read"/>.</summary>
    public string? ReadText(string path, int limit) =>
        Read(path, limit) is { } bytes ? Encoding.UTF8.GetString(bytes.AsSpan(bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0)) : null;

    /// <summary>The folders in a folder, sorted, links left out; empty if it cannot be listed.</summary>
    public IReadOnlyList<string> Folders(string path) => List(path, folder => Directory.EnumerateDirectories(folder));

    /// <summary>The files in a folder, sorted; empty if it cannot be listed.</summary>
    public IReadOnlyList<string> Files(string path) => List(path, folder => Directory.EnumerateFiles(folder));

    /// <summary>The folder exists and lies inside.</summary>
    public bool FolderExists(string path) => Directory.Exists(path) && IsInside(Path.GetFullPath(path), 0);

    private byte[]? ReadBounded(string path, int limit)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1);
        if (!stream.CanSeek || stream.Length > limit)
        {
            problems.Add(LicenceProblem.TooLarge(Display(path), limit));
            return null;
        }

        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private List<string> List(string path, Func<string, IEnumerable<string>> list)
    {
        try
        {
            if (!FolderExists(path))
            {
                return [];
            }

            var entries = list(path).Where(entry => new FileInfo(entry).LinkTarget is null).ToList();
            entries.Sort(StringComparer.Ordinal);
            return entries;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException)
        {
            problems.Add(LicenceProblem.Unreadable(Display(path), e.Message));
            return [];
        }
    }

    // Each component below a root is looked at once; a link counts as the place it leads to.
    private bool IsInside(string path, int hops)
    {
        if (roots.Contains(path))
        {
            return true;
        }

        if (hops > MaximumHops || !roots.Any(root => path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)))
        {
            return false;
        }

        if (!checkedFolders.TryGetValue(path, out var inside))
        {
            var parent = Path.GetDirectoryName(path);
            inside = parent is not null && IsInside(parent, hops);
            if (inside && Target(path) is var target && target != path)
            {
                inside = IsInside(target, hops + 1);
            }

            checkedFolders[path] = inside;
        }

        return inside;
    }

    // Where a link leads to; the path itself if it is none; nowhere if it leads in a circle.
    private static string Target(string path)
    {
        try
        {
            FileSystemInfo? target = Directory.Exists(path)
                ? new DirectoryInfo(path).ResolveLinkTarget(returnFinalTarget: true)
                : File.Exists(path) ? new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true) : null;
            return target is null ? path : Path.TrimEndingDirectorySeparator(target.FullName);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
