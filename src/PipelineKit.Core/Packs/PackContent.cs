using System.Security.Cryptography;

namespace PipelineKit.Core.Packs;

/// <summary>
/// The files of a pack that a generation can read, by path: <c>pack.yml</c> and what stands below <c>templates/</c>. Lines end with LF, so that
/// a checkout on Windows is the same pack.
/// </summary>
public sealed class PackContent
{
    /// <summary>Name of the file that says what a pack is.</summary>
    public const string Manifest = "pack.yml";

    /// <summary>Folder of the templates.</summary>
    public const string Templates = "templates/";

    private readonly SortedDictionary<string, byte[]> _files;
    private string? _hash;

    /// <summary>Makes a content from files that were checked; see <see cref="PackContentBuilder"/>.</summary>
    internal PackContent(SortedDictionary<string, byte[]> files) => _files = files;

    /// <summary>Reads an archive that has a hash; null when it is another one, or none.</summary>
    public static PackContent? OfArchive(ReadOnlySpan<byte> archive, string hash)
    {
        var content = Convert.ToHexStringLower(SHA256.HashData(archive)) == hash ? PackArchive.Read(archive) : null;
        content?._hash = hash;
        return content;
    }

    /// <summary>Paths, sorted.</summary>
    public IEnumerable<string> Paths => _files.Keys;

    /// <summary>SHA-256 of <see cref="Archive"/>, in lower-case hexadecimal.</summary>
    public string Hash => _hash ??= Convert.ToHexStringLower(SHA256.HashData(Archive()));

    /// <summary>The bytes of a file, or null.</summary>
    public ReadOnlyMemory<byte>? Find(string path) => _files.TryGetValue(path, out var bytes) ? bytes : null;

    /// <summary>
    /// All files one behind the other, each as its path, a line end, its length in bytes, a line end, and its bytes: the same files are the same
    /// archive, wherever they come from.
    /// </summary>
    public byte[] Archive() => PackArchive.Write(_files);
}
