using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Files;
using PipelineKit.Core.Spec.Text;
using PipelineKit.Core.Stages.Catalog;

namespace PipelineKit.Core.Packs;

/// <summary>Takes the files of a pack one by one, wherever they come from, and refuses what no pack may hold. A pack may be a stranger's.</summary>
public sealed class PackContentBuilder
{
    /// <summary>Most files.</summary>
    public const int MaxFiles = 5000;

    /// <summary>Most bytes of all files together.</summary>
    public const int MaxBytes = 32 << 20;

    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private long _bytes;

    /// <summary>True for a path that a generation can read; everything else of a pack (its README, its cases) is for people.</summary>
    public static bool IsRead(string path) =>
        path == PackContent.Manifest || (path.StartsWith(PackContent.Templates, StringComparison.Ordinal) && PackTemplates.IsRead(path[PackContent.Templates.Length..]));

    /// <summary>Adds a file; what nobody reads is left out.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public string? Add(string path, byte[] bytes)
    {
        // What nobody reads may have any name that stays inside: a pack's repository holds more than the pack.
        var outside = path.Length == 0 || path[0] == '/' || path.Contains('\\', StringComparison.Ordinal) || path.Split('/').Contains("..");
        if ((outside || IsRead(path)) && RepositoryPaths.Problem(path) is { } problem)
        {
            return $"the path {MessageText.Quote(path)} is not allowed in a pack: {problem}";
        }

        if (!IsRead(path))
        {
            return null;
        }

        if (bytes.Length > FileReader.SmallFile)
        {
            return $"{path} is larger than 1 MiB";
        }

        var text = WithoutCarriageReturns(bytes);
        _bytes += text.Length;
        return !_names.Add(path) ? $"{path} is there twice, or once more in other letters"
            : _files.Count == MaxFiles ? $"it holds more than {MessageText.Number(MaxFiles)} files"
            : _bytes > MaxBytes ? "its files are larger than 32 MiB together"
            : Keep(path, text);
    }

    /// <summary>The content.</summary>
    public PackContent Build() => new(_files);

    private string? Keep(string path, byte[] bytes)
    {
        _files.Add(path, bytes);
        return null;
    }

    private static byte[] WithoutCarriageReturns(byte[] bytes)
    {
        if (bytes.AsSpan().IndexOf("\r\n"u8) < 0)
        {
            return bytes;
        }

        var kept = new List<byte>(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != '\r' || i + 1 == bytes.Length || bytes[i + 1] != '\n')
            {
                kept.Add(bytes[i]);
            }
        }

        return [.. kept];
    }
}
