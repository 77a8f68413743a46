using System.IO.Enumeration;

namespace PipelineKit.Licences.Reading;

/// <summary>Finds the files of a folder that tell of packages.</summary>
internal static class Discovery
{
    /// <summary>Deepest folder that is looked into, below the scanned one.</summary>
    public const int MaximumDepth = 16;

    private static readonly HashSet<string> Skipped = new(StringComparer.Ordinal) { "node_modules", "bin", "artifacts", "TestResults", "vendor" };

    /// <summary>The paths to read in the order of their names, each with its reader.</summary>
    public static List<(string Path, IPackageReader Reader)> Find(string path, ReadContext context)
    {
        var found = new List<(string, IPackageReader)>();
        if (File.Exists(path))
        {
            if (Readers.ForFile(Path.GetFileName(path)) is { } reader)
            {
                found.Add((path, reader));
            }

            return found;
        }

        if (Readers.ForSite(path, context) is { } site)
        {
            found.Add((path, site));
        }
        else
        {
            Search(path, 0, context, found);
        }

        return found;
    }

    private static void Search(string folder, int depth, ReadContext context, List<(string Path, IPackageReader Reader)> found)
    {
        var files = context.Files.Files(folder);
        foreach (var file in files)
        {
            if (Readers.Discovered(Path.GetFileName(file)) is { } reader)
            {
                found.Add((file, reader));
            }
        }

        found.AddRange(Readers.ForInstalled(folder, files, context));
        if (depth >= MaximumDepth)
        {
            return;
        }

        foreach (var inner in context.Files.Folders(folder))
        {
            var name = Path.GetFileName(inner);
            if (name == "obj")
            {
                AddAssets(inner, context, found);
            }
            else if (!Skipped.Contains(name) && name[0] != '.' && !Excluded(inner, context))
            {
                Search(inner, depth + 1, context, found);
            }
        }
    }

    private static bool Excluded(string folder, ReadContext context)
    {
        var relative = Path.GetRelativePath(context.Files.Root, folder).Replace(Path.DirectorySeparatorChar, '/');
        return context.Request.Exclude.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern.TrimEnd('/'), relative, ignoreCase: false));
    }

    // The assets file says all that the lock file of the same project says, and what is for development.
    private static void AddAssets(string obj, ReadContext context, List<(string Path, IPackageReader Reader)> found)
    {
        var assets = Path.Combine(obj, "project.assets.json");
        if (context.Files.Files(obj).Contains(assets))
        {
            var project = Path.GetDirectoryName(obj);
            found.RemoveAll(entry => entry.Path == Path.Combine(project!, "packages.lock.json"));
            found.Add((assets, Readers.ForFile("project.assets.json")!));
        }
    }
}
