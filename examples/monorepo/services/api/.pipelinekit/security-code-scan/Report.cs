// Report.cs FOLDER --rules=PREFIX,… [--fail-on=PREFIX,…] [--up=../../] [--name=sast]: merges the logs of the analysis into FOLDER/NAME.sarif, one run with the
// findings of the given rules and paths of the repository (--up leads there from the working folder), and into FOLDER/codequality.json.
// Exit code: 0 none, 2 findings that are not suppressed (with --fail-on only those of its rules count), 1 broken.
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

var folder = args[0];
var prefixes = Option("rules").Split(',', StringSplitOptions.RemoveEmptyEntries);
var failOn = Option("fail-on").Split(',', StringSplitOptions.RemoveEmptyEntries);
var root = new Uri(Path.GetFullPath(Path.Combine(Environment.CurrentDirectory, Option("up"))).TrimEnd('/', '\\') + "/");
var raw = Path.Combine(AppContext.BaseDirectory, "..", "obj", "raw");
var logs = Directory.Exists(raw) ? Directory.GetFiles(raw, "*.sarif").Order(StringComparer.Ordinal).ToList() : [];
if (logs.Count == 0)
{
    Console.Error.WriteLine("The analysis left no logs: the solution has no C# project to analyse.");
    return 1;
}

Directory.CreateDirectory(folder);
JsonObject? driver = null;
var rules = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
var results = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
foreach (var run in logs.Select(log => JsonNode.Parse(File.ReadAllText(log))!["runs"]![0]!))
{
    driver ??= run["tool"]!["driver"]!.DeepClone().AsObject();
    foreach (var result in run["results"]!.AsArray().Select(r => r!.DeepClone().AsObject()).Where(Wanted))
    {
        Relocate(result);
        rules.TryAdd(Rule(result), run["tool"]!["driver"]!["rules"]!.AsArray().First(r => (string)r!["id"]! == Rule(result))!.DeepClone());
        results.TryAdd($"{Place(result)} {Rule(result)} {Text(result)}", result);
    }
}

foreach (var result in results.Values)
{
    result["ruleIndex"] = rules.Keys.ToList().IndexOf(Rule(result));
}

driver!["rules"] = new JsonArray([.. rules.Values]);
var open = results.Values.Where(r => r["suppressions"] is not JsonArray { Count: > 0 }).ToList();
var seen = new Dictionary<string, int>(StringComparer.Ordinal);
Write("codequality.json", new JsonArray([.. open.Select(Issue)]));
Write($"{(Option("name") is { Length: > 0 } name ? name : "sast")}.sarif", new JsonObject
{
    ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
    ["version"] = "2.1.0",
    ["runs"] = new JsonArray(new JsonObject
    {
        ["tool"] = new JsonObject { ["driver"] = driver },
        ["columnKind"] = "utf16CodeUnits",
        ["results"] = new JsonArray([.. results.Values]),
    }),
});
foreach (var result in open)
{
    Console.WriteLine($"{Place(result)}: {Rule(result)}: {Text(result)}");
}

var deciding = failOn.Length == 0 ? open.Count : open.Count(result => Matches(failOn, result));
Console.WriteLine($"{open.Count} findings, {deciding} of them decide, {results.Count - open.Count} suppressed, {logs.Count} projects");
return deciding == 0 ? 0 : 2;

string Option(string name) => Array.Find(args, a => a.StartsWith($"--{name}=", StringComparison.Ordinal))?[(name.Length + 3)..] ?? "";

bool Wanted(JsonObject result) => Matches(prefixes, result);

static bool Matches(string[] rules, JsonNode result) => Array.Exists(rules, p => Rule(result).StartsWith(p, StringComparison.Ordinal));

static string Rule(JsonNode result) => (string)result["ruleId"]!;

static string Text(JsonNode result) => (string)result["message"]!["text"]!;

static JsonNode? Location(JsonNode result) => result["locations"]?[0]?["physicalLocation"];

static int Line(JsonNode result) => (int?)Location(result)?["region"]?["startLine"] ?? 1;

static string FileOf(JsonNode result) => (string?)Location(result)?["artifactLocation"]?["uri"] ?? ".";

static string Place(JsonNode result) => $"{FileOf(result)}:{Line(result)}:{(int?)Location(result)?["region"]?["startColumn"] ?? 1}";

// The compiler writes absolute addresses; the platforms want paths of the repository.
void Relocate(JsonObject result)
{
    var locations = (result["locations"] as JsonArray ?? []).Concat(result["relatedLocations"] as JsonArray ?? []);
    foreach (var artifact in locations.Select(l => l?["physicalLocation"]?["artifactLocation"]).OfType<JsonObject>())
    {
        var uri = new Uri((string)artifact["uri"]!, UriKind.RelativeOrAbsolute);
        artifact["uri"] = uri.IsAbsoluteUri ? root.MakeRelativeUri(uri).ToString() : uri.ToString();
    }
}

// The fingerprint counts equal findings of a file instead of using the line, so that it survives edits above.
JsonNode Issue(JsonObject result)
{
    var identity = $"{Rule(result)} {FileOf(result)} {Text(result)}";
    var number = seen[identity] = seen.GetValueOrDefault(identity) + 1;
    return new JsonObject
    {
        ["description"] = Text(result),
        ["check_name"] = Rule(result),
        ["fingerprint"] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{identity} {number}"))),
        ["severity"] = "major",
        ["location"] = new JsonObject { ["path"] = FileOf(result), ["lines"] = new JsonObject { ["begin"] = Line(result) } },
    };
}

void Write(string name, JsonNode content) =>
    File.WriteAllText(Path.Combine(folder, name), content.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n");
