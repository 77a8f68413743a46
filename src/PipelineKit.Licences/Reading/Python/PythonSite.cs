namespace PipelineKit.Licences.Reading.Python;

/// <summary>The distributions in a <c>site-packages</c> folder.</summary>
internal static class PythonSite
{
    private static readonly string[] Environments = [".venv", "venv"];

    /// <summary>The folder holds installed distributions.</summary>
    public static bool Is(string folder, ReadContext context) => context.Files.Folders(folder).Any(inner => inner.EndsWith(".dist-info", StringComparison.Ordinal))
        || (Path.GetFileName(folder) is "site-packages" or "dist-packages" && context.Files.FolderExists(folder));

    /// <summary>The site-packages folders of the virtual environment in a folder.</summary>
    public static IEnumerable<string> OfProject(string folder, ReadContext context)
    {
        foreach (var environment in Environments.Select(name => Path.Combine(folder, name)).Where(context.Files.FolderExists))
        {
            var library = Path.Combine(environment, "lib");
            var sites = context.Files.Folders(library).Select(python => Path.Combine(python, "site-packages"))
                .Append(Path.Combine(environment, "Lib", "site-packages"));
            foreach (var site in sites.Where(context.Files.FolderExists))
            {
                yield return site;
            }
        }
    }

    /// <summary>The distributions, sorted by path; the project itself, installed for editing, is left out.</summary>
    public static List<InstalledDistribution> Read(string site, ReadContext context)
    {
        var found = new List<InstalledDistribution>();
        foreach (var folder in context.Files.Folders(site))
        {
            if (folder.EndsWith(".dist-info", StringComparison.Ordinal) && !IsEditable(folder, context))
            {
                Add(Path.Combine(folder, "METADATA"), folder, context, found);
            }
            else if (folder.EndsWith(".egg-info", StringComparison.Ordinal))
            {
                Add(Path.Combine(folder, "PKG-INFO"), folder, context, found);
            }
        }

        foreach (var file in context.Files.Files(site).Where(file => file.EndsWith(".egg-info", StringComparison.Ordinal)))
        {
            Add(file, null, context, found);
        }

        return found;
    }

    private static void Add(string path, string? folder, ReadContext context, List<InstalledDistribution> found)
    {
        if (context.Files.ReadText(path, ScanFiles.MaximumMetadata) is not { } text)
        {
            return;
        }

        var metadata = PythonMetadata.Read(text, context.Files.Display(path));
        if (metadata.Name.Length > 0)
        {
            found.Add(new(metadata, path, folder, folder is not null && File.Exists(Path.Combine(folder, "REQUESTED"))));
        }
    }

    private static bool IsEditable(string folder, ReadContext context) =>
        context.Files.ReadText(Path.Combine(folder, "direct_url.json"), ScanFiles.MaximumMetadata) is { } url
        && url.Contains("\"editable\": true", StringComparison.Ordinal);
}
