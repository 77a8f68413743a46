// The packages of a project from its project.assets.json, their licences from the nuspec in the packages folder.
#nullable enable
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace LicenceCheck;

internal sealed record Package(string Name, string Version, Tree Licence, bool IsDevelopment);

/// <summary>Reads what a restore left.</summary>
internal static class NuGetPackages
{
    /// <summary>The packages of a project.</summary>
    /// <param name="project">The project file.</param>
    /// <param name="assets">Its project.assets.json.</param>
    /// <param name="isDevelopment">Nothing of the project is shipped.</param>
    /// <exception cref="FormatException">There was no restore, it failed, or it left out what the project asks for.</exception>
    public static IEnumerable<Package> Of(string project, string assets, bool isDevelopment)
    {
        var name = Path.GetFileName(project);
        var root = File.Exists(assets) ? JsonNode.Parse(File.ReadAllText(assets)) as JsonObject : null;
        if (root?["targets"] is not JsonObject { Count: > 0 } targets)
        {
            throw new FormatException($"{name} was not restored; run \"dotnet restore\" first");
        }

        if ((root["logs"] as JsonArray ?? []).FirstOrDefault(entry => (string?)entry?["level"] == "Error") is { } error)
        {
            throw new FormatException($"the restore of {name} failed: {(string?)error["message"]}");
        }

        var folders = Entries(root["packageFolders"]).Select(entry => entry.Key).ToList();
        var frameworks = Entries(root["project"]?["frameworks"]).ToList();
        foreach (var (target, libraries) in targets)
        {
            var framework = frameworks.Find(entry => entry.Key == target.Split('/')[0] || (string?)entry.Value?["targetAlias"] == target.Split('/')[0]).Value;
            foreach (var package in Packages(name, Entries(libraries).ToList(), framework ?? frameworks.FirstOrDefault().Value, root["libraries"], folders, isDevelopment))
            {
                yield return package;
            }
        }
    }

    private static IEnumerable<Package> Packages(
        string project, List<KeyValuePair<string, JsonNode?>> libraries, JsonNode? framework, JsonNode? paths, List<string> folders, bool isDevelopment)
    {
        var byName = libraries.ToDictionary(entry => entry.Key.Split('/')[0], entry => entry, StringComparer.OrdinalIgnoreCase);
        var shipped = Shipped(project, byName, framework);
        foreach (var (key, library) in libraries.Where(entry => (string?)entry.Value?["type"] == "package"))
        {
            var (id, version) = (key.Split('/')[0], key.Split('/')[1]);
            var (licence, isTool) = Nuspec(key, (string?)paths?[key]?["path"] ?? key.ToLowerInvariant(), folders);
            yield return new(id, version, licence, isDevelopment || isTool || !shipped.Contains(id));
        }
    }

    // What is reached from the project without PrivateAssets="all"; packages of referenced projects are.
    private static HashSet<string> Shipped(string project, Dictionary<string, KeyValuePair<string, JsonNode?>> byName, JsonNode? framework)
    {
        var asked = Entries(framework?["dependencies"]).Where(entry => (string?)entry.Value?["target"] is null or "Package").ToList();
        if (asked.Find(entry => !byName.ContainsKey(entry.Key)) is { Key: { } missing })
        {
            throw new FormatException($"{project} asks for {missing}, which its restore does not hold; run \"dotnet restore\" again");
        }

        var todo = new Stack<string>(asked.Where(entry => (string?)entry.Value?["suppressParent"] != "All").Select(entry => entry.Key)
            .Concat(byName.Where(entry => (string?)entry.Value.Value?["type"] == "project").Select(entry => entry.Key)));
        var reached = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (todo.TryPop(out var name))
        {
            if (reached.Add(name) && byName.TryGetValue(name, out var entry))
            {
                Entries(entry.Value?["dependencies"]).Select(dependency => dependency.Key).ToList().ForEach(todo.Push);
            }
        }

        return reached;
    }

    // An expression, a file of the package (which is not read), or in old packages an address.
    private static (Tree Licence, bool IsTool) Nuspec(string key, string path, List<string> folders)
    {
        var folder = folders.Select(parent => Path.Combine(parent, path)).FirstOrDefault(Directory.Exists)
            ?? throw new FormatException($"{key} is in no packages folder; run \"dotnet restore\" first");
        var file = Directory.EnumerateFiles(folder, "*.nuspec").FirstOrDefault() ?? throw new FormatException($"{folder} holds no nuspec");
        var metadata = XDocument.Load(file).Root?.Elements().FirstOrDefault(element => element.Name.LocalName == "metadata")?.Elements().ToList() ?? [];
        var isTool = Value("developmentDependency") == "true";
        var licence = metadata.Find(element => element.Name.LocalName == "license");
        return licence switch
        {
            null => (LicenceNames.Addressed(Value("licenseUrl")) ?? new Unknown(Value("licenseUrl")), isTool),
            _ when licence.Attribute("type")?.Value == "file" => (new Unknown($"the file {licence.Value.Trim()}"), isTool),
            _ => (SpdxExpressions.Of(licence.Value), isTool),
        };

        string Value(string name) => metadata.Find(element => element.Name.LocalName == name)?.Value.Trim() ?? "";
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Entries(JsonNode? node) => node as JsonObject ?? [];
}
