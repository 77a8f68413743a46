namespace PipelineKit.Parity.Tests.Comparison;

/// <summary>
/// Every committed output: the examples, the expected files of the cases, and one set that uses what no stage of the library uses (scripts, two
/// services with one port, exclusions, images of its own, every kind of failure).
/// </summary>
internal static class Goldens
{
    public static string Grammar => Path.Combine(Places.Tests, "Vectors", "grammar");

    public static IReadOnlyList<string> Folders { get; } =
    [
        .. Directory.GetDirectories(Path.Combine(Places.Repository, "examples")).Order(StringComparer.Ordinal),
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
        return new Outputs(Path.GetRelativePath(Places.Repository, folder).Replace('\\', '/'), texts);

        void Add(string platform, string file)
        {
            if (File.Exists(file))
            {
                texts[platform] = File.ReadAllText(file);
            }
        }
    }
}
