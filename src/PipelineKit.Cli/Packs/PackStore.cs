using PipelineKit.Cli.Hosting;
using PipelineKit.Core.Files;
using PipelineKit.Core.Packs;

namespace PipelineKit.Cli.Packs;

/// <summary>
/// The folder that keeps fetched packs for all repositories of a user, each under the hash of its content. A file is put in place whole, and is
/// checked against its name whenever it is read, so that any number of runs can share the folder.
/// </summary>
internal sealed class PackStore(string folder) : IPackStore
{
    /// <summary>Room for the names and lengths of an archive beside its content.</summary>
    private const int Limit = PackContentBuilder.MaxBytes + (2 << 20);

    /// <summary>The folder.</summary>
    public string Folder => folder;

    /// <summary>The user's folder: <c>PIPELINEKIT_CACHE</c>, or the place for caches on this system (XDG Base Directory); null where there is none.</summary>
    public static PackStore? Of(CliEnvironment environment)
    {
        string? Variable(string name) => environment.Variable(name) is { Length: > 0 } value && Path.IsPathRooted(value) ? value : null;
        return Variable("PIPELINEKIT_CACHE") is { } own ? new(own)
            : Variable("XDG_CACHE_HOME") is { } xdg ? new(Path.Combine(xdg, "pipelinekit"))
            : OperatingSystem.IsWindows() && Variable("LOCALAPPDATA") is { } local ? new(Path.Combine(local, "pipelinekit"))
            : Variable("HOME") is { } home ? new(Path.Combine(home, ".cache", "pipelinekit"))
            : null;
    }

    /// <inheritdoc/>
    public PackContent? Find(string hash)
    {
        if (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower))
        {
            return null;
        }

        var file = FileReader.Read(PathOf(hash), Limit);
        return file.IsRead ? PackContent.OfArchive(file.Bytes.Span, hash) : null;
    }

    /// <summary>Keeps a pack.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public void Keep(PackContent content)
    {
        if (Find(content.Hash) is not null)
        {
            return;
        }

        var path = PathOf(content.Hash);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Guid.NewGuid():N}";
        File.WriteAllBytes(temporary, content.Archive());
        File.Move(temporary, path, overwrite: true);
    }

    private string PathOf(string hash) => Path.Combine(folder, "packs", hash + ".pack");
}
