using System.Text.RegularExpressions;
using PipelineKit.Execution.Tests.Running;

namespace PipelineKit.Execution.Tests.Reports;

/// <summary>Compares what a job left behind on two platforms: the same files, and what can be read of them says the same.</summary>
internal static partial class ReportComparison
{
    public static void ShouldBeAlike(RunResult left, RunResult right, string job)
    {
        var (ours, theirs) = (Files(left.ReportsOf(job)), Files(right.ReportsOf(job)));
        theirs.Keys.Order(StringComparer.Ordinal).ShouldBe(ours.Keys.Order(StringComparer.Ordinal), $"{job}: {left.Platform} and {right.Platform} left other files");
        foreach (var (name, file) in ours)
        {
            Digest(theirs[name], right.Folders[job]).ShouldBe(Digest(file, left.Folders[job]), $"{job}: {name} of {right.Platform}");
        }
    }

    private static Dictionary<string, string> Files(string folder) =>
        !Directory.Exists(folder) ? [] : Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .GroupBy(f => Changing().Replace(Path.GetRelativePath(folder, f), "*"), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    // What matters of a report; nothing of one whose content tells of the time and the machine.
    private static string Digest(string file, string root) => Figures.KindOf(file) switch
    {
        "coverage" => $"{Figures.LineCoverage(file)} % of lines",
        "testsuites" or "testsuite" => $"{Figures.Tests(file)}",
        _ when FindingReader.Knows(file) => string.Join('\n', FindingReader.Read(file, root)),
        _ => new FileInfo(file).Length == 0 ? "empty" : "something",
    };

    // Names that the test platform of .NET makes up: a GUID, and user, machine and time.
    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22,}|_?[^/]*_[0-9]{4}-[0-9]{2}-[0-9]{2}_[0-9_]+|In/[^/]+")]
    private static partial Regex Changing();
}
