using PipelineKit.Cli.Init.Facts;

namespace PipelineKit.Cli.Init.Dotnet;

/// <summary>
/// The owner's tool manifests: <c>dotnet-tools.json</c>, in <c>.config</c> or beside the project, and those of the folders above up to one that says
/// <c>isRoot</c>, as the SDK looks for them (learn.microsoft.com/dotnet/core/tools/local-tools-how-to-use).
/// </summary>
internal static class ToolManifest
{
    /// <summary>Ids of the library's tools that a manifest holds, sorted, and the manifest that holds the first of them.</summary>
    public static (IReadOnlyList<string> Tools, string Path) Held(RepositoryView view, string folder)
    {
        var packages = view.Catalog.Pins.ToolIds.Select(id => (Id: id, Package: view.Catalog.FindPackage(id))).Where(p => p.Package?.Registry == "nuget").ToList();
        var (held, first) = (new SortedSet<string>(StringComparer.Ordinal), "");
        foreach (var path in Above(folder).SelectMany(f => new[] { RepositoryScan.Join(f, ".config/dotnet-tools.json"), RepositoryScan.Join(f, "dotnet-tools.json") }))
        {
            var manifest = DataText.Json(view.Scan.Read(path));
            var names = manifest["tools"]?.Members.Select(m => m.Key).ToHashSet(StringComparer.OrdinalIgnoreCase) ?? [];
            var found = packages.Where(p => names.Contains(p.Package!.Package)).Select(p => p.Id).ToList();
            first = found.Count > 0 && first.Length == 0 ? path : first;
            held.UnionWith(found);
            if (manifest["isRoot"]?.Text == "true")
            {
                break;
            }
        }

        return ([.. held], first);
    }

    private static IEnumerable<string> Above(string folder)
    {
        for (var at = folder; at is not ("" or "."); at = at.Contains('/', StringComparison.Ordinal) ? at[..at.LastIndexOf('/')] : ".")
        {
            yield return at;
        }

        yield return ".";
    }
}
