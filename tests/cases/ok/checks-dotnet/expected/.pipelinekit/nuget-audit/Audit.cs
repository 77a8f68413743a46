// Audit.cs FILE [--fail-on=low|moderate|high|critical] [--ignore=ADVISORY,…] [--up=../../]: decides by what
// `dotnet package list --vulnerable --format json` wrote into FILE; writes summary.md and codequality.json beside it (--up leads from the
// working folder to the repository). Exit code: 0 none, 2 vulnerabilities of that severity or worse, 1 the list is not to be trusted.
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

string[] severities = ["low", "moderate", "high", "critical"];
var list = JsonNode.Parse(File.ReadAllText(args[0]))!;
var folder = Path.GetDirectoryName(args[0])!;
var root = Path.GetFullPath(Path.Combine(Environment.CurrentDirectory, Option("up")));
var limit = Math.Max(0, Array.IndexOf(severities, Option("fail-on")));
var ignored = Option("ignore").Split(',', StringSplitOptions.RemoveEmptyEntries);

var found = new SortedDictionary<string, Hit>(StringComparer.Ordinal);
foreach (var project in Nodes(list, "projects"))
{
    foreach (var package in Nodes(project, "frameworks").SelectMany(f => Nodes(f, "topLevelPackages").Concat(Nodes(f, "transitivePackages"))))
    {
        foreach (var hit in Nodes(package, "vulnerabilities").Select(v => new Hit(project, package, v, root)))
        {
            found.TryAdd($"{hit.Project} {hit.Package} {hit.Advisory}", hit);
        }
    }
}

var open = found.Values.Where(h => !Array.Exists(ignored, i => h.Advisory.EndsWith("/" + i, StringComparison.OrdinalIgnoreCase) || h.Advisory == i)).ToList();
var deciding = open.Count(h => Array.IndexOf(severities, h.Severity) is var rank && (rank < 0 || rank >= limit));
foreach (var hit in open)
{
    Console.WriteLine($"{hit.Project}: {hit.Text}");
}

Console.WriteLine($"{open.Count} vulnerabilities, {deciding} of them decide, {found.Count - open.Count} ignored");
var rows = string.Concat(open.Select(h => $"| {h.Severity} | {h.Package} {h.Version} | {h.Project} | {h.Advisory} |\n"));
File.WriteAllText(Path.Combine(folder, "summary.md"), open.Count == 0 ? "No known vulnerabilities.\n" : $"| Severity | Package | Project | Advisory |\n| --- | --- | --- | --- |\n{rows}");
File.WriteAllText(Path.Combine(folder, "codequality.json"), new JsonArray([.. open.Select(h => h.Issue())]).ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n");

// Hits are hits wherever they come from; only their absence needs sources that would have told.
return deciding > 0 ? 2 : await TrustworthyAsync() ? 0 : 1;

string Option(string name) => Array.Find(args, a => a.StartsWith($"--{name}=", StringComparison.Ordinal))?[(name.Length + 3)..] ?? "";

static IEnumerable<JsonNode> Nodes(JsonNode node, string name) => (node[name] as JsonArray ?? []).OfType<JsonNode>();

// NuGet tells of audit sources without data only where nuget.config names audit sources. For the others the index of each source is asked.
async Task<bool> TrustworthyAsync()
{
    var problems = Nodes(list, "problems").Select(p => (string?)p["text"] ?? "").Where(t => t.Length > 0).ToList();
    problems.ForEach(Console.Error.WriteLine);
    if (problems.Count > 0)
    {
        return Refuse("The list has problems, so an empty one proves nothing.");
    }

    var sources = Nodes(list, "sources").Select(s => (string)s!).ToList();
    var answers = await Task.WhenAll(sources.Select(HasVulnerabilityDataAsync));
    if (answers.Any(a => a == true))
    {
        return true;
    }

    if (answers.Any(a => a is null))
    {
        Console.WriteLine("Whether the sources publish vulnerability data could not be asked: they need credentials. Name them under auditSources of nuget.config.");
        return true;
    }

    return Refuse($"No source publishes vulnerability data ({string.Join(", ", sources)}), so \"no vulnerable packages\" proves nothing. Add one to auditSources of nuget.config, for example https://api.nuget.org/v3/index.json.");
}

static bool Refuse(string why)
{
    Console.Error.WriteLine(why);
    return false;
}

// Null: the source wants to know who asks.
static async Task<bool?> HasVulnerabilityDataAsync(string source)
{
    if (!Uri.TryCreate(source, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
    {
        return false;
    }

    using var client = new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.All }) { Timeout = TimeSpan.FromSeconds(30) };
    using var answer = await client.GetAsync(address);
    if (answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
    {
        return null;
    }

    answer.EnsureSuccessStatusCode();
    var index = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    return Nodes(index, "resources").Any(r => r["@type"]?.ToString().Contains("VulnerabilityInfo", StringComparison.Ordinal) == true);
}

internal sealed record Hit(string Project, string Package, string Version, string Severity, string Advisory)
{
    public Hit(JsonNode project, JsonNode package, JsonNode vulnerability, string root)
        : this(
            Path.GetRelativePath(root, (string)project["path"]!).Replace('\\', '/'),
            (string)package["id"]!,
            (string)package["resolvedVersion"]!,
            ((string)vulnerability["severity"]!).ToLowerInvariant(),
            (string?)(vulnerability["advisoryurl"] ?? vulnerability["advisoryUrl"]) ?? "")
    {
    }

    public string Text => $"{Package} {Version} has a vulnerability of severity {Severity}: {Advisory}";

    public JsonObject Issue() => new()
    {
        ["description"] = Text,
        ["check_name"] = "vulnerable-dependency",
        ["fingerprint"] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{Project} {Package} {Advisory}"))),
        ["severity"] = Severity switch { "low" => "minor", "moderate" => "major", "high" => "critical", _ => "blocker" },
        ["location"] = new JsonObject { ["path"] = Project, ["lines"] = new JsonObject { ["begin"] = 1 } },
    };
}
