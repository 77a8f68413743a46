using System.Buffers;
using System.Text;
using PipelineKit.Core.Files;

namespace PipelineKit.Core.Generation;

/// <summary>The repository: the folder of the spec. All reading and writing of its files goes through here, and nothing leaves it.</summary>
public sealed class RepositoryRoot
{
    /// <summary>Encoding of every file that is written: UTF-8 without byte order mark.</summary>
    internal static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Makes a root from a folder.</summary>
    public RepositoryRoot(string folder)
        : this(folder, new DiskChanges())
    {
    }

    internal RepositoryRoot(string folder, IFileChanges changes) => (Folder, Changes) = (Path.GetFullPath(folder), changes);

    /// <summary>Full path of the folder.</summary>
    public string Folder { get; }

    /// <summary>By which operations its files change.</summary>
    internal IFileChanges Changes { get; }

    /// <summary>Full path of a file of the repository.</summary>
    public string FullPath(string path) => Path.Combine(Folder, path.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>Text of a file with LF line ends and without byte order mark, or null when it does not exist.</summary>
    /// <exception cref="IOException">It exists and cannot be read: no regular file, behind a link, too large, or refused by the system.</exception>
    public string? ReadText(string path)
    {
        var content = Read(path, FileReader.LargeFile);
        return content.Problem switch
        {
            FileProblem.None => LineEnds.ToLf(TextOf(content.Bytes.Span)),
            FileProblem.Missing => null,
            _ => throw new IOException($"{path} {content.Reason}"),
        };
    }

    /// <summary>A file below the root; one behind a folder that is a link counts as a link itself.</summary>
    internal FileContent Read(string path, int limit) =>
        HasLinkOnTheWay(path) ? new FileContent(default, FileProblem.Link, limit) : FileReader.Read(FullPath(path), limit);

    /// <summary>True when the file holds exactly these bytes. Cheaper than reading its text: that is needed only where it differs.</summary>
    internal bool Holds(string path, ReadOnlySpan<byte> bytes)
    {
        var full = FullPath(path);
        if (!FileReader.Exists(full))
        {
            return false;
        }

        try
        {
            using var file = File.OpenHandle(full);
            if (RandomAccess.GetLength(file) != bytes.Length)
            {
                return false;
            }

            var buffer = ArrayPool<byte>.Shared.Rent(bytes.Length + 1);
            try
            {
                var length = 0;
                for (int read; (read = RandomAccess.Read(file, buffer.AsSpan(length), length)) > 0;)
                {
                    length += read;
                }

                return buffer.AsSpan(0, length).SequenceEqual(bytes);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Missing or unreadable: reading its text says which, and why.
            return false;
        }
    }

    /// <summary>
    /// Why a path must not be written, or null when it is safe: it stays below the root, no folder on the way is a symbolic link or a file,
    /// and the file itself is neither a link nor a folder.
    /// </summary>
    public string? WhyUnsafe(string path)
    {
        if (path.Length == 0 || Path.IsPathRooted(path) || path.Contains('\\', StringComparison.Ordinal) || path.Contains(':', StringComparison.Ordinal))
        {
            return "it is not a path relative to the repository with forward slashes";
        }

        var parts = path.Split('/');
        if (parts.Any(p => p is "" or "." or ".."))
        {
            return "it leads out of the repository or holds empty parts";
        }

        if (string.Equals(parts[0], ".git", StringComparison.OrdinalIgnoreCase))
        {
            return "it lies in git's own folder";
        }

        return WhyUnsafeOnDisk(parts);
    }

    private string? WhyUnsafeOnDisk(string[] parts)
    {
        var current = Folder;
        for (var i = 0; i < parts.Length; i++)
        {
            current = Path.Combine(current, parts[i]);
            var info = new FileInfo(current);
            if (AttributesOf(info) is not { } attributes)
            {
                return null;
            }

            var last = i == parts.Length - 1;
            if (attributes.HasFlag(FileAttributes.ReparsePoint) && info.LinkTarget is not null)
            {
                return $"{string.Join('/', parts[..(i + 1)])} is a symbolic link";
            }

            if (last && attributes.HasFlag(FileAttributes.Directory))
            {
                return "a folder has that name";
            }

            if (last && FileKind.ProblemOf(current) == FileProblem.NotRegular)
            {
                return "a pipe, a socket or a device has that name";
            }

            if (!last && !attributes.HasFlag(FileAttributes.Directory))
            {
                return $"{string.Join('/', parts[..(i + 1)])} is a file, not a folder";
            }
        }

        return null;
    }

    // Paths that leave the root are the command line's (`--spec ../x.yml`): nobody else's folders are judged.
    private bool HasLinkOnTheWay(string path)
    {
        var parts = path.Split('/');
        if (Path.IsPathRooted(path) || parts.Contains("..", StringComparer.Ordinal))
        {
            return false;
        }

        var current = Folder;
        foreach (var part in parts.SkipLast(1))
        {
            current = Path.Combine(current, part);
            var info = new FileInfo(current);
            if (AttributesOf(info) is not { } attributes)
            {
                return false;
            }

            if (attributes.HasFlag(FileAttributes.ReparsePoint) && info.LinkTarget is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static string TextOf(ReadOnlySpan<byte> bytes) =>
        Encoding.GetString(bytes.StartsWith(System.Text.Encoding.UTF8.Preamble) ? bytes[3..] : bytes);

    // One look at the entry itself, not at what it links to. Null when there is none, or none that may be seen: reading or writing will say why.
    private static FileAttributes? AttributesOf(FileInfo info)
    {
        try
        {
            var attributes = info.Attributes;
            return (int)attributes == -1 ? null : attributes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
