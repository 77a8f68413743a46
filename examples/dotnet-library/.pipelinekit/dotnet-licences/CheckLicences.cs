// Checks the licences of the packages that a .NET solution ships, from what "dotnet restore" left.
//
//   dotnet run --project check.csproj -- --policy=FILE --projects=FOLDER [--report=FILE] [--summary=FILE]
//
// --projects is the folder that projects.proj wrote: which projects are shipped, and where their project.assets.json stands. Packages of the
// other projects, those with PrivateAssets="all" and those that call themselves development dependencies are needed for development only.
// Exit code: 0 nothing is refused, 10 something is, 1 the check could not be made.
#nullable enable
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using LicenceCheck;

const int Refused = 10;
const int Broken = 1;
const int Shown = 50;
string[] order = ["expired", "denied", "reported", "review", "excepted", "ignored", "allowed"];

try
{
    LicenceNames.Load(Path.Combine(AppContext.BaseDirectory, "spdx.txt"));
    return Check();
}
catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException or JsonException or XmlException or InvalidOperationException)
{
    Console.Error.WriteLine($"licences: {e.Message}");
    return Broken;
}

int Check()
{
    var policy = new LicencePolicy(Json(Option("policy") ?? throw new FormatException("name the policy with --policy=FILE")), DateOnly.FromDateTime(DateTime.UtcNow));
    var packages = Packages(Option("projects") ?? throw new FormatException("name the folder of projects with --projects=FOLDER"), policy.Development != "ignore");
    var rows = packages.Values.OrderBy(package => package.Name, StringComparer.OrdinalIgnoreCase).ThenBy(package => package.Version, StringComparer.Ordinal)
        .Select(package => (Package: package, Decision: policy.Decide(package.Name, package.Version, package.Licence, package.IsDevelopment))).ToList();
    var refused = rows.FindAll(row => row.Decision.Fails);
    var total = string.Create(CultureInfo.InvariantCulture, $"{rows.Count} packages, {refused.Count} not allowed");
    Write(Option("report"), new JsonArray([.. rows.Select(row => Row(row.Package, row.Decision))]).ToJsonString(new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n");
    Write(Option("summary"), Markdown(rows, total));
    foreach (var (package, decision) in refused)
    {
        Console.WriteLine(Plain($"{package.Name} {package.Version}: {LicencePolicy.Show(package.Licence)} is {decision.Outcome}: {decision.Why}"));
    }

    Console.WriteLine(total);
    return refused.Count > 0 ? Refused : 0;
}

Dictionary<string, Package> Packages(string folder, bool withDevelopment)
{
    var projects = Directory.GetFiles(folder, "*.txt").Select(file => File.ReadAllText(file).Trim().Split('|')).Where(parts => parts.Length == 3).OrderBy(parts => parts[1], StringComparer.Ordinal).ToList();
    if (!projects.Exists(parts => parts[0] == "shipped") && !withDevelopment)
    {
        throw new FormatException($"none of {projects.Count} projects is shipped: each is a test, or neither packed nor published; write `dev: enforce` to judge what they use");
    }

    var packages = new Dictionary<string, Package>(StringComparer.OrdinalIgnoreCase);
    foreach (var parts in projects.Where(parts => withDevelopment || parts[0] == "shipped"))
    {
        foreach (var package in NuGetPackages.Of(parts[1], parts[2], isDevelopment: parts[0] != "shipped"))
        {
            var key = $"{package.Name}/{package.Version}";
            packages[key] = packages.TryGetValue(key, out var known) ? known with { IsDevelopment = known.IsDevelopment && package.IsDevelopment } : package;
        }
    }

    return packages;
}

static JsonObject Row(Package package, Decision decision) => new()
{
    ["name"] = package.Name,
    ["version"] = package.Version,
    ["licence"] = LicencePolicy.Show(package.Licence),
    ["outcome"] = decision.Outcome,
    ["why"] = decision.Why,
};

string Markdown(List<(Package Package, Decision Decision)> rows, string total)
{
    var told = rows.Where(row => row.Decision.Outcome != "allowed").OrderBy(row => Array.IndexOf(order, row.Decision.Outcome)).ToList();
    var table = told.Count == 0 ? "" : "\n| package | licence | outcome | why |\n| --- | --- | --- | --- |\n" + string.Concat(told.Take(Shown).Select(row =>
        $"| {Cell(row.Package.Name)} {Cell(row.Package.Version)} | {Cell(LicencePolicy.Show(row.Package.Licence))} | {row.Decision.Outcome} | {Cell(row.Decision.Why)} |\n"));
    var more = told.Count > Shown ? string.Create(CultureInfo.InvariantCulture, $"\n… and {told.Count - Shown:N0} more.\n") : "";
    return $"## Licences: {total}\n{table}{more}";
}

// Names come from packages of unknown origin: nothing in them is an escape, a change of direction or markup.
static string Plain(string text) => Regex.Replace(text, @"[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]", " ");

static string Cell(string text) => Regex.Replace(Plain(text), @"[\\|`*_<>[\]]", @"\$&");

static void Write(string? file, string text)
{
    if (file is not null)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        File.WriteAllText(file, text);
    }
}

static JsonObject Json(string file) => JsonNode.Parse(File.ReadAllText(file)) as JsonObject ?? throw new FormatException($"{file} holds no table");

string? Option(string name) => Array.Find(args, word => word.StartsWith($"--{name}=", StringComparison.Ordinal))?[(name.Length + 3)..];
