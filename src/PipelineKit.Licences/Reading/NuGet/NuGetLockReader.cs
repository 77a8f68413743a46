using System.Text;
using System.Text.Json;

namespace PipelineKit.Licences.Reading.NuGet;

/// <summary>
/// Reads <c>packages.lock.json</c>. It does not say what is only needed for development, so
/// <c>obj/project.assets.json</c> goes before it where there is one.
/// </summary>
internal sealed class NuGetLockReader : IPackageReader
{
    /// <inheritdoc/>
    public bool Accepts(string fileName) => fileName == "packages.lock.json";

    /// <inheritdoc/>
    public void Read(string path, ReadContext context)
    {
        if (context.Files.Read(path, ScanFiles.MaximumInput) is not { } bytes)
        {
            return;
        }

        var shown = context.Files.Display(path);
        try
        {
            using var document = JsonDocument.Parse(Json.WithoutMark(bytes).ToArray(), Json.DocumentOptions);
            var graph = new NuGetGraph();
            foreach (var framework in document.RootElement.Members("dependencies"))
            {
                ReadFramework(framework.Value, graph);
            }

            graph.AddPackages(shown, new QuotedNames(Encoding.UTF8.GetString(bytes), entriesOnly: true), PackageFolders.Of(document.RootElement, context), context);
        }
        catch (JsonException e)
        {
            context.Problems.Add(LicenceProblem.Malformed(shown, e.Message, (int)(e.LineNumber ?? 0) + 1));
        }
    }

    private static void ReadFramework(JsonElement framework, NuGetGraph graph)
    {
        var versions = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var roots = new List<(string, bool)>();
        foreach (var library in framework.Members())
        {
            var type = library.Value.String("type");
            var package = graph.Add(library.Name, library.Value.String("resolved") ?? "");
            package.IsProject = type == "Project";
            package.Dependencies.UnionWith(library.Value.Members("dependencies").Select(dependency => dependency.Name));
            versions[library.Name] = package.Version;
            if (type is "Direct" or "Project")
            {
                roots.Add((library.Name, false));
            }
        }

        graph.ConnectFramework(versions, roots);
    }
}
