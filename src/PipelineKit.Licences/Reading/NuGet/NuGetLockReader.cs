using System.Text;
using System.Text.Json;
using PipelineKit.Licences.Reading.Text;

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

        using var document = JsonDocument.Parse(Json.WithoutMark(bytes).ToArray(), Json.DocumentOptions);
        var root = document.RootElement;
        Check(root);
        var text = Encoding.UTF8.GetString(bytes);
        var shown = context.Files.Display(path);
        var names = new QuotedNames(text, entriesOnly: true);
        var holes = new LockHoles(shown, "has no entry in it", "run \"dotnet restore --force-evaluate\"");
        var graph = new NuGetGraph();
        foreach (var framework in root.Members("dependencies"))
        {
            ReadFramework(framework, root, graph, names, holes);
        }

        var held = root.Members("dependencies").SelectMany(framework => framework.Value.Members()).Select(library => library.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var name in ProjectReferences.Names(Path.GetDirectoryName(path)!, context).Where(name => !held.Contains(name)))
        {
            holes.Add(0, "the project", name);
        }

        holes.Report(context);
        graph.AddPackages(shown, names, PackageFolders.Of(root, context), context);
    }

    // 2 came with central package versions, 3 with aliases of frameworks.
    private static void Check(JsonElement root)
    {
        var version = root.Member("version");
        if (version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number is < 1 or > 3)
        {
            throw LockFormatException.OfVersion(
                version.ValueKind == JsonValueKind.Undefined ? "has no \"version\", so NuGet did not write it" : $"has version {version}; 1 to 3 are read");
        }

        if (root.Member("dependencies").ValueKind != JsonValueKind.Object)
        {
            throw new LockFormatException("it has no table \"dependencies\"", 0);
        }
    }

    private static void ReadFramework(JsonProperty framework, JsonElement root, NuGetGraph graph, QuotedNames names, LockHoles holes)
    {
        var versions = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var roots = new List<(string, bool)>();
        foreach (var library in framework.Value.Members())
        {
            var type = library.Value.String("type") ?? throw new LockFormatException($"the entry \"{library.Name}\" has no \"type\"", names.Line(library.Name));
            var version = library.Value.String("resolved");
            var package = graph.Add(library.Name, version ?? (type == "Project" ? "" : throw new LockFormatException($"the entry \"{library.Name}\" has no \"resolved\"", names.Line(library.Name))));
            package.IsProject = type == "Project";
            package.Dependencies.UnionWith(library.Value.Members("dependencies").Select(dependency => dependency.Name));
            versions[library.Name] = package.Version;
            if (type is "Direct" or "Project")
            {
                roots.Add((library.Name, false));
            }
        }

        // "net10.0/linux-x64" holds only what "net10.0" does not.
        var known = framework.Name.Split('/') is [var above, _]
            ? versions.Keys.Concat(root.Member("dependencies").Members(above).Select(library => library.Name)).ToHashSet(StringComparer.OrdinalIgnoreCase)
            : versions.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, version) in versions)
        {
            foreach (var missing in graph.Add(name, version).Dependencies.Where(dependency => !known.Contains(dependency)))
            {
                holes.Add(names.Line(name), name, missing);
            }
        }

        graph.ConnectFramework(versions, roots);
    }
}
