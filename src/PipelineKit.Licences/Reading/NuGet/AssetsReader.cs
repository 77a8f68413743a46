using System.Text.Json;
using PipelineKit.Licences.Reading.Text;

namespace PipelineKit.Licences.Reading.NuGet;

/// <summary>Reads <c>obj/project.assets.json</c>, which "dotnet restore" writes for each project.</summary>
internal sealed class AssetsReader : IPackageReader
{
    /// <inheritdoc/>
    public bool Accepts(string fileName) => fileName == "project.assets.json";

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
        var holes = new LockHoles(context.Files.Display(path), "has no entry in it", "run \"dotnet restore\" again");
        var graph = new NuGetGraph();
        var frameworks = root.Member("project").Members("frameworks").ToList();
        foreach (var target in root.Members("targets"))
        {
            ReadTarget(target, frameworks, graph, holes);
        }

        holes.Report(context);
        var (file, names) = Project(path, root, context);
        graph.AddPackages(file, names, PackageFolders.Of(root, context), context);
    }

    private static void Check(JsonElement root)
    {
        var version = root.Member("version");
        if (version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number is < 3 or > 4)
        {
            throw LockFormatException.OfVersion(
                version.ValueKind == JsonValueKind.Undefined ? "has no \"version\", so NuGet did not write it" : $"has version {version}; 3 and 4 are read");
        }

        if (!root.Members("targets").Any())
        {
            throw LockFormatException.OfVersion("has no \"targets\"; run \"dotnet restore\" again");
        }

        if (root.Items("logs").FirstOrDefault(entry => entry.String("level") == "Error") is { ValueKind: JsonValueKind.Object } error)
        {
            throw new LockFormatException($"the restore that wrote it failed: {error.String("message")}", 0);
        }
    }

    // The assets file is not kept in the repository; the project file beside its folder is what a person can change.
    private static (string File, QuotedNames Names) Project(string assets, JsonElement root, ReadContext context)
    {
        var named = Path.GetFileName(root.Member("project").Member("restore").String("projectPath")?.Replace('\\', '/') ?? "");
        var project = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(assets))!, named);
        return named.Length > 0 && context.Files.ReadText(project, ScanFiles.MaximumMetadata) is { } text
            ? (context.Files.Display(project), new QuotedNames(text))
            : (context.Files.Display(assets), new QuotedNames(""));
    }

    private static void ReadTarget(JsonProperty target, List<JsonProperty> frameworks, NuGetGraph graph, LockHoles holes)
    {
        var versions = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var projects = new List<string>();
        foreach (var library in target.Value.Members())
        {
            var slash = library.Name.IndexOf('/', StringComparison.Ordinal);
            if (slash <= 0)
            {
                continue;
            }

            var name = library.Name[..slash];
            var package = graph.Add(name, library.Name[(slash + 1)..]);
            package.IsProject = library.Value.String("type") == "project";
            package.Dependencies.UnionWith(library.Value.Members("dependencies").Select(dependency => dependency.Name));
            versions[name] = package.Version;
            if (package.IsProject)
            {
                projects.Add(name);
            }
        }

        var framework = frameworks.Find(candidate => Matches(target.Name, candidate));
        var roots = framework.Value.Members("dependencies")
            .Where(dependency => dependency.Value.String("target") is null or "Package")
            .Select(dependency => (dependency.Name, dependency.Value.String("suppressParent") == "All")).ToList();
        var wishes = versions.SelectMany(entry => graph.Add(entry.Key, entry.Value).Dependencies.Select(dependency => (Asking: entry.Key, Asked: dependency)))
            .Concat(roots.Select(root => (Asking: "the project", Asked: root.Name)));
        foreach (var (asking, asked) in wishes.Where(wish => !versions.ContainsKey(wish.Asked)))
        {
            holes.Add(0, asking, asked);
        }

        graph.ConnectFramework(versions, [.. roots, .. projects.Select(project => (project, false))]);
    }

    // A target is named "net10.0" or, for one runtime, "net10.0/linux-x64"; older ones ".NETCoreApp,Version=v8.0".
    private static bool Matches(string target, JsonProperty framework)
    {
        var slash = target.IndexOf('/', StringComparison.Ordinal);
        var name = slash < 0 ? target : target[..slash];
        return name == framework.Name || name == framework.Value.String("targetAlias")
            || name.EndsWith("=v" + framework.Name.Replace("net", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
