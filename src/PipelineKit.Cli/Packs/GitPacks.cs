using System.Security.Cryptography;
using System.Text;
using PipelineKit.Core.Packs;

namespace PipelineKit.Cli.Packs;

/// <summary>
/// Packs of git repositories. Each address has a bare repository in the cache; a version is a tag, <c>v1.4.0</c> or <c>1.4.0</c>, and what is locked
/// is the commit.
/// </summary>
internal sealed class GitPacks(PackStore store)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>The newest version in a range, fetched and kept.</summary>
    public FetchedPack Newest(PackReference reference)
    {
        using var clone = Open(reference);
        if (Fetch(clone.Folder, reference, "+refs/tags/*:refs/tags/*") is { } problem)
        {
            return FetchedPack.None(problem);
        }

        var range = reference.Version is null ? null : PackVersionRange.TryParse(reference.Version.Value);
        var tags = Tags(clone.Folder).Where(t => range?.Contains(t.Version) ?? !t.Version.Contains('-', StringComparison.Ordinal))
            .OrderBy(t => t.Version, Comparer<string>.Create(PackVersionRange.Compare))
            .ToList();
        return tags.Count == 0
            ? FetchedPack.None($"{reference.Origin.Address} has no tag {(range is null ? "that is a version" : $"of a version in {reference.Version!.Value}")}")
            : Keep(clone.Folder, reference, tags[0].Version, tags[0].Commit);
    }

    /// <summary>The commit that a lock file names, fetched and kept.</summary>
    public FetchedPack Locked(PackReference reference, LockedPack locked)
    {
        if (locked.Commit is not { Length: 40 or 64 } commit || !commit.All(char.IsAsciiHexDigitLower))
        {
            return FetchedPack.None("the lock file names no commit");
        }

        using var clone = Open(reference);
        var isThere = GitCommand.Run(clone.Folder, "cat-file", "-e", commit + "^{commit}").Exit == 0;
        var problem = isThere ? null : Fetch(clone.Folder, reference, "+refs/tags/*:refs/tags/*");
        if (problem is null && GitCommand.Run(clone.Folder, "cat-file", "-e", commit + "^{commit}").Exit != 0)
        {
            problem = Fetch(clone.Folder, reference, commit);
        }

        return problem is null ? Keep(clone.Folder, reference, locked.Version, commit) : FetchedPack.None(problem);
    }

    private FetchedPack Keep(string clone, PackReference reference, string version, string commit)
    {
        var zip = GitCommand.Run(clone, "archive", "--format=zip", commit);
        if (zip.Exit != 0)
        {
            return FetchedPack.None($"git cannot read the commit {commit}: {zip.Error}");
        }

        using var stream = new MemoryStream(zip.Out);
        if (PackZip.Read(stream, "", out var problem) is not { } content)
        {
            return FetchedPack.None($"version {version} cannot be used: {problem}");
        }

        store.Keep(content);
        return new(new LockedPack(reference.From.Value, version, commit, content.Hash), null);
    }

    private static string? Fetch(string clone, PackReference reference, string what)
    {
        var result = GitCommand.Run(clone, "fetch", "--quiet", "--force", "--no-auto-maintenance", "--", reference.Origin.Address, what);
        return result.Exit == 0 ? null : $"git cannot fetch {reference.Origin.Address}: {(result.Error.Length > 0 ? result.Error.Split('\n')[^1] : "no message")}";
    }

    private static IEnumerable<(string Version, string Commit)> Tags(string clone)
    {
        // For an annotated tag the third column is the commit that it names.
        foreach (var line in GitCommand.Run(clone, "for-each-ref", "--format=%(refname:strip=2) %(objectname) %(*objectname)", "refs/tags").Text.Split('\n'))
        {
            var parts = line.Split(' ');
            var version = parts[0].StartsWith('v') ? parts[0][1..] : parts[0];
            if (parts.Length == 3 && PackVersionRange.IsVersion(version))
            {
                yield return (version, parts[2].Length > 0 ? parts[2] : parts[1]);
            }
        }
    }

    private Clone Open(PackReference reference)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(reference.Origin.Address)))[..32];
        return new(Path.Combine(store.Folder, "git", name));
    }

    // One run at a time changes the repository of an address; the lock is the system's and goes with its process.
    private sealed class Clone : IDisposable
    {
        private readonly FileStream _held;

        public Clone(string folder)
        {
            Folder = Directory.CreateDirectory(folder).FullName;
            _held = Hold(folder + ".lock");
            GitCommand.Run(folder, "init", "--quiet", "--bare", "--template=");
        }

        public string Folder { get; }

        public void Dispose() => _held.Dispose();

        private static FileStream Hold(string path)
        {
            var since = TimeProvider.System.GetTimestamp();
            while (true)
            {
                try
                {
                    return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                }
                catch (IOException) when (TimeProvider.System.GetElapsedTime(since) < Patience)
                {
                    Thread.Sleep(50);
                }
            }
        }
    }
}
