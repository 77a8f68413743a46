using System.Runtime.CompilerServices;
using PipelineKit.Platforms.Cake;
using Shouldly;

namespace PipelineKit.Platforms.Tests.Cake;

public sealed class RunnerScriptTests
{
    public static TheoryData<string> Sources => [.. Directory.EnumerateFiles(Folder(), "*.*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => Path.GetRelativePath(Folder(), f))];

    [Fact]
    public void Lines_are_few_because_Cake_reads_each_on_every_start()
    {
        RunnerScript.Text.Split('\n').Length.ShouldBeLessThan(100);
    }

    [Fact]
    public void The_names_of_the_runner_stay_among_themselves()
    {
        RunnerScript.Text.ShouldNotContain("namespace ");
        RunnerScript.Text.Split('\n').Where(l => l.Length > 0 && !char.IsWhiteSpace(l[0]) && l.Contains(" class ", StringComparison.Ordinal) && !l.StartsWith("internal", StringComparison.Ordinal))
            .ShouldBe(["static class PipelineKitRunner {"]);
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Sources_keep_to_what_can_be_written_on_fewer_lines(string source)
    {
        var text = File.ReadAllText(Path.Combine(Folder(), source));

        text.ShouldNotContain("\"\"\"");
        text.ShouldNotContain("@\"");
        foreach (var line in text.Split('\n').Select(l => l.Trim()).Where(l => !l.StartsWith("//", StringComparison.Ordinal)))
        {
            line.StartsWith('#').ShouldBeFalse(line);
            line.ShouldNotContain("; //");
            line.ShouldNotContain(", //");
            line.ShouldNotContain("{ //");
        }
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Fewer_lines_hold_the_same_code(string source)
    {
        var text = File.ReadAllText(Path.Combine(Folder(), source));
        var code = text.Split('\n').Where(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal));

        WithoutSpace(CompactCode.Of(text)).ShouldBe(WithoutSpace(string.Concat(code)));
    }

    private static string WithoutSpace(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string Folder([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "src", "PipelineKit.Platforms", "Cake", "Runner"));
}
