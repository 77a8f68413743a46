using System.Text.Json;

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

        var shown = context.Files.Display(path);
        try
        {
            using var document = JsonDocument.Parse(Json.WithoutMark(bytes).ToArray(), Json.DocumentOptions);
            var root = document.RootElement;
            var graph = new NuGetGraph();
            var targets = root.Members("targets").ToList();
            var frameworks = root.Member("project").Members("frameworks").ToList();
            foreach (var target in targets)
            {
                ReadTarget(target, frameworks, graph);
            }

            if (targets.Count == 0)
            {
                context.Problems.Add(LicenceProblem.Unsupported(shown, "has no \"targets\"; run \"dotnet restore\" again"));
            }

            var (file, names) = Project(path, root, context);
            graph.AddPackages(file, names, PackageFolders.Of(root, context), context);
        }
        catch (JsonException e)
        {
            context.Problems.Add(LicenceProblem.Malformed(shown, e.Message, (int)(e.LineNumber ?? 0) + 1));
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

    private static void ReadTarget(JsonProperty target, List<JsonProperty> frameworks, NuGetGraph graph)
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
            .Select(dependency => (dependency.Name, dependency.Value.String("suppressParent") == "All"));
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
