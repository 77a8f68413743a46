using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Files;

namespace PipelineKit.Core.Packs;

/// <summary>Reads a pack from a folder. Links are not followed, and a pack that holds one is refused: what it means would depend on the machine.</summary>
public static class PackFolder
{
    /// <summary>The files of a pack, or null with the reason.</summary>
    /// <param name="folder">Full path.</param>
    /// <param name="problem">What is wrong, in words that fit behind the name of the pack.</param>
    public static PackContent? Read(string folder, out string? problem)
    {
        var builder = new PackContentBuilder();
        problem = !Directory.Exists(folder) ? "the folder does not exist"
            : new DirectoryInfo(folder).LinkTarget is not null ? "the folder is a symbolic link"
            : null;
        problem ??= File.Exists(Path.Combine(folder, PackContent.Manifest)) ? null : "there is no pack.yml in the folder";
        problem ??= AddFile(builder, folder, PackContent.Manifest);
        var templates = Path.Combine(folder, "templates");
        if (problem is null && Directory.Exists(templates))
        {
            problem = AddFolder(builder, folder, new DirectoryInfo(templates), 0);
        }

        return problem is null ? builder.Build() : null;
    }

    /// <summary>The pack of a folder, for its authors; null with diagnostics.</summary>
    /// <param name="folder">Full path.</param>
    /// <param name="displayName">How messages call the folder.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static Pack? Open(string folder, string displayName, DiagnosticBag diagnostics)
    {
        if (Read(folder, out var problem) is { } content)
        {
            return Reading.PackReader.Read(content, displayName, diagnostics);
        }

        diagnostics.Add(PackDiagnostics.NotFound, SourceSpan.WholeFile(displayName), $"this is no pack: {problem}");
        return null;
    }

    private static string? AddFolder(PackContentBuilder builder, string root, DirectoryInfo folder, int depth)
    {
        if (folder.LinkTarget is not null)
        {
            return $"{Relative(root, folder)} is a symbolic link";
        }

        // templates/stages/ID/FILE; deeper ones are read by nothing.
        if (depth > 3)
        {
            return null;
        }

        try
        {
            foreach (var entry in folder.EnumerateFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal))
            {
                var problem = entry is DirectoryInfo inner ? AddFolder(builder, root, inner, depth + 1) : AddFile(builder, root, Relative(root, entry));
                if (problem is not null)
                {
                    return problem;
                }
            }

            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"{Relative(root, folder)} cannot be read";
        }
    }

    private static string? AddFile(PackContentBuilder builder, string root, string path)
    {
        if (!PackContentBuilder.IsRead(path) && new FileInfo(Path.Combine(root, path)).LinkTarget is null)
        {
            return null;
        }

        var content = FileReader.Read(Path.Combine(root, path));
        return content.IsRead ? builder.Add(path, content.Bytes.ToArray()) : $"{path} {content.Reason}";
    }

    private static string Relative(string root, FileSystemInfo entry) => Path.GetRelativePath(root, entry.FullName).Replace('\\', '/');
}
