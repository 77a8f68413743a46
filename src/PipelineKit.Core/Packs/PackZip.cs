using System.IO.Compression;
using PipelineKit.Core.Files;

namespace PipelineKit.Core.Packs;

/// <summary>Reads a pack from a zip file. Names of entries are only names: nothing is unpacked to a disk, and no more is read than a pack may hold.</summary>
public static class PackZip
{
    private const int MaxEntries = 4 * PackContentBuilder.MaxFiles;
    private const int UnixTypeShift = 16 + 12;
    private const int UnixLink = 0xA;

    /// <summary>The files of a pack, or null with the reason.</summary>
    /// <param name="zip">The zip file.</param>
    /// <param name="folder">Folder in it that holds the pack, with a slash at its end; empty for the top.</param>
    /// <param name="problem">What is wrong, in words that fit behind the name of the pack.</param>
    public static PackContent? Read(Stream zip, string folder, out string? problem)
    {
        try
        {
            using var archive = new ZipArchive(zip, ZipArchiveMode.Read, leaveOpen: true);
            var builder = new PackContentBuilder();
            problem = archive.Entries.Count > MaxEntries ? "the zip file holds too many entries" : null;
            foreach (var entry in archive.Entries)
            {
                problem ??= Add(builder, entry, folder);
            }

            var content = problem is null ? builder.Build() : null;
            problem ??= content!.Find(PackContent.Manifest) is null ? "there is no pack.yml in it" : null;
            return problem is null ? content : null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or EndOfStreamException)
        {
            problem = "it is no zip file, or a broken one";
            return null;
        }
    }

    private static string? Add(PackContentBuilder builder, ZipArchiveEntry entry, string folder)
    {
        var name = entry.FullName;
        if ((entry.ExternalAttributes >>> UnixTypeShift) == UnixLink)
        {
            return $"{name} is a symbolic link";
        }

        if (name.EndsWith('/') || !name.StartsWith(folder, StringComparison.Ordinal))
        {
            return name.Split('/').Contains("..") ? builder.Add(name, []) : null;
        }

        return builder.Add(name[folder.Length..], PackContentBuilder.IsRead(name[folder.Length..]) ? Bytes(entry) : []);
    }

    // What an entry says of its size may be wrong: no more is read than counts.
    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        var buffer = new byte[16384];
        for (int read; bytes.Length <= FileReader.SmallFile && (read = stream.Read(buffer)) > 0;)
        {
            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}
