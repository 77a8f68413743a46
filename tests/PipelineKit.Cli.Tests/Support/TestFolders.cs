using System.Runtime.CompilerServices;

namespace PipelineKit.Cli.Tests.Support;

/// <summary>Folders of the repository that tests read.</summary>
internal static class TestFolders
{
    public static string Repository { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", ".."));

    public static string Examples { get; } = Path.Combine(Repository, "examples");

    public static string Cases { get; } = Path.Combine(Repository, "tests", "cases");

    /// <summary>The program as it was built. The one beside the tests may be instrumented for coverage: it is slower and writes files of its own.</summary>
    public static string Program { get; } =
        Path.Combine(Repository, "src", "PipelineKit.Cli", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "pipelinekit.dll");

    /// <summary>True when goldens are to be written instead of compared.</summary>
    public static bool Update { get; } = Environment.GetEnvironmentVariable("PIPELINEKIT_UPDATE") == "1";

    public static IEnumerable<string> Names(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal) : [];

    /// <summary>Examples that are a repository with a spec; others hold several, or a pack.</summary>
    public static IEnumerable<string> ExampleNames => Names(Examples).Where(name => File.Exists(Path.Combine(Examples, name, "pipelinekit.yml")));

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
