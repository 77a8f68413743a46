using System.Runtime.CompilerServices;
using System.Text.Json;

namespace PipelineKit.Scriban.Tests.Conformance;

/// <summary>Where the conformance cases are: a folder named by the environment, else one beside the repository.</summary>
internal static class Corpus
{
    public const string Variable = "PIPELINEKIT_SCRIBAN_CORPUS";

    /// <summary>Whether the corpus beside the repository is used, for which a list of passing cases is kept.</summary>
    public static bool IsDefault => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable));

    public static string Root => IsDefault
        ? Path.GetFullPath(Path.Combine(ProjectFolder(), "..", "..", "..", "shared", "scriban-corpus"))
        : Environment.GetEnvironmentVariable(Variable)!;

    public static bool Exists => File.Exists(Path.Combine(Root, "manifest.json"));

    public static string PassingList => Path.Combine(ProjectFolder(), "Conformance", "passing.txt");

    public static IReadOnlyList<ConformanceCase> Load()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Root, "manifest.json")));
        return [.. document.RootElement.GetProperty("cases").EnumerateArray().Select(json => new ConformanceCase(Root, json.Clone()))];
    }

    public static string ProjectFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(Path.GetDirectoryName(path))!;
}
