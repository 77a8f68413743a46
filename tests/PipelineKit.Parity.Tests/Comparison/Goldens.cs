using System.Text.RegularExpressions;

namespace PipelineKit.Parity.Tests.Comparison;

/// <summary>
/// Every committed output: the examples, the expected files of the cases, and one set that uses what no stage of the library uses (scripts, two
/// services with one port, exclusions, images of its own, every kind of failure).
/// </summary>
internal static partial class Goldens
{
    public static string Grammar => Path.Combine(Places.Tests, "Vectors", "grammar");

    public static IReadOnlyList<string> Folders { get; } =
    [
        .. Directory.GetDirectories(Path.Combine(Places.Repository, "examples")).Where(f => File.Exists(Path.Combine(f, "pipelinekit.yml"))).Order(StringComparer.Ordinal),
        .. Directory.GetDirectories(Path.Combine(Places.Repository, "tests", "cases", "ok")).Order(StringComparer.Ordinal).Select(c => Path.Combine(c, "expected")),
        Grammar,
    ];

    public static Outputs Load(string folder)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var workflows = Path.Combine(folder, ".github", "workflows");
        Add("github", Directory.Exists(workflows) ? Directory.GetFiles(workflows, "*.yml").Single() : "");
        Add("gitlab", Path.Combine(folder, ".gitlab-ci.yml"));
        Add("cake", Path.Combine(folder, "pipelinekit.cake"));
        Add("forgejo", Path.Combine(folder, ".forgejo", "workflows", "ci.yml"));
        return new Outputs(Path.GetRelativePath(Places.Repository, folder).Replace('\\', '/'), texts) { LeftOut = LeftOut(folder), Stated = Comparison.Stated.In(folder) };

        void Add(string platform, string file)
        {
            if (File.Exists(file))
            {
                texts[platform] = File.ReadAllText(file);
            }
        }
    }

    // A job that a platform lacks must have been told of: the expected diagnostics of a case name it.
    private static ILookup<string, string> LeftOut(string folder)
    {
        var file = Path.Combine(folder, "diagnostics.txt");
        return Said().Matches(File.Exists(file) ? File.ReadAllText(file) : "").ToLookup(said => said.Groups[2].Value.ToLowerInvariant(), said => said.Groups[1].Value);
    }

    [GeneratedRegex("warning PK3402: job \"([a-z0-9-]+)\" is left out on ([A-Za-z]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Said();
}
