namespace PipelineKit.Licences.Reading.Npm;

/// <summary>Walks <c>node_modules</c>, whatever tool filled it; links are left out, what they lead to is found at its own place.</summary>
internal static class NodeModules
{
    private const int MaximumDepth = 32;
    private const string Name = "node_modules";

    /// <summary>The installed packages with their places relative to the project's folder.</summary>
    public static List<NpmEntry> Walk(string project, ReadContext context)
    {
        var entries = new List<NpmEntry>();
        WalkModules(Path.Combine(project, Name), Name, 0, context, entries);
        return entries;
    }

    private static void WalkModules(string modules, string key, int depth, ReadContext context, List<NpmEntry> entries)
    {
        if (depth > MaximumDepth || entries.Count >= ReadContext.MaximumPackages)
        {
            return;
        }

        foreach (var folder in context.Files.Folders(modules))
        {
            var name = Path.GetFileName(folder);
            if (name == ".pnpm")
            {
                foreach (var stored in context.Files.Folders(folder))
                {
                    WalkModules(Path.Combine(stored, Name), $"{key}/.pnpm/{Path.GetFileName(stored)}/{Name}", depth + 1, context, entries);
                }
            }
            else if (name[0] == '@')
            {
                foreach (var scoped in context.Files.Folders(folder))
                {
                    Add(scoped, $"{key}/{name}/{Path.GetFileName(scoped)}", depth, context, entries);
                }
            }
            else if (name[0] != '.')
            {
                Add(folder, $"{key}/{name}", depth, context, entries);
            }
        }
    }

    private static void Add(string folder, string key, int depth, ReadContext context, List<NpmEntry> entries)
    {
        if (NpmManifest.Read(folder, key, context) is { } entry)
        {
            entries.Add(entry);
        }

        WalkModules(Path.Combine(folder, Name), $"{key}/{Name}", depth + 1, context, entries);
    }
}
