namespace PipelineKit.Licences.Reading.Npm;

/// <summary>Reads what is installed beside a <c>package.json</c> that has no lock file.</summary>
internal sealed class NodeModulesReader : IPackageReader
{
    /// <inheritdoc/>
    public bool Accepts(string fileName) => fileName == "package.json";

    /// <inheritdoc/>
    public void Read(string path, ReadContext context)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (NpmManifest.Read(folder, "", context) is not { } project)
        {
            return;
        }

        var shown = context.Files.Display(path);
        var holes = new LockHoles(shown, "is not in node_modules", "install it first");
        foreach (var name in project.Dependencies.Where(name => !project.Extras.Contains(name) && !IsInstalled(folder, name, context)))
        {
            holes.Add(project.Line, "the project", name);
        }

        holes.Report(context);
        new NpmTree([project, .. NodeModules.Walk(folder, context)], holes: null).AddPackages(shown, folder, context, trustFlags: false);
    }

    // Workspaces share what lies in a folder above them; a link counts, since what it leads to is found at its own place.
    private static bool IsInstalled(string folder, string name, ReadContext context)
    {
        for (var at = folder; at is not null && at.Length >= context.Files.Root.Length; at = Path.GetDirectoryName(at))
        {
            if (context.Files.FolderExists(Path.Combine(at, "node_modules", name)))
            {
                return true;
            }
        }

        return false;
    }
}
