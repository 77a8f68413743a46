using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace PipelineKit.Core.Packs;

/// <summary>The form in which a pack is hashed and kept.</summary>
internal static class PackArchive
{
    public static byte[] Write(SortedDictionary<string, byte[]> files)
    {
        using var archive = new MemoryStream(files.Sum(f => f.Value.Length + f.Key.Length + 16));
        foreach (var (path, bytes) in files)
        {
            archive.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{path}\n{bytes.Length}\n")));
            archive.Write(bytes);
        }

        return archive.ToArray();
    }

    /// <summary>Reads an archive; null when these bytes are none, or hold what no pack may hold.</summary>
    public static PackContent? Read(ReadOnlySpan<byte> archive)
    {
        var builder = new PackContentBuilder();
        while (archive.Length > 0)
        {
            if (Line(ref archive) is not { } path || Line(ref archive) is not { } number
                || !Utf8Parser.TryParse(Encoding.UTF8.GetBytes(number), out int length, out var used) || used != number.Length
                || length < 0 || length > archive.Length || builder.Add(path, archive[..length].ToArray()) is not null)
            {
                return null;
            }

            archive = archive[length..];
        }

        return builder.Build();
    }

    private static string? Line(ref ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf((byte)'\n');
        if (end < 0)
        {
            return null;
        }

        var line = Encoding.UTF8.GetString(rest[..end]);
        rest = rest[(end + 1)..];
        return line;
    }
}
