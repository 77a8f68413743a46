using System.Text;
using Shouldly;

namespace PipelineKit.Scriban.Tests.Conformance;

/// <summary>The engine against the conformance corpus: prints how many cases pass, and keeps those that do.</summary>
public sealed class ConformanceTests(ITestOutputHelper output)
{
    [Fact]
    public void Cases_on_the_passing_list_still_pass()
    {
        Assert.SkipUnless(Corpus.Exists, $"There is no corpus; name its folder with {Corpus.Variable}.");
        var results = Corpus.Load().Select(CaseRunner.Run).ToList();
        Report(results);
        if (Corpus.IsDefault)
        {
            CompareWithList(results);
        }
    }

    private static void CompareWithList(List<CaseResult> results)
    {
        var passing = results.SelectMany(Levels).Order(StringComparer.Ordinal).ToList();
        if (Environment.GetEnvironmentVariable("PIPELINEKIT_UPDATE") == "1")
        {
            var known = File.Exists(Corpus.PassingList) ? File.ReadAllLines(Corpus.PassingList) : [];
            File.WriteAllText(Corpus.PassingList, string.Concat(known.Union(passing).Order(StringComparer.Ordinal).Select(line => line + "\n")));
        }

        File.ReadAllLines(Corpus.PassingList).Except(passing, StringComparer.Ordinal).ShouldBeEmpty("cases that passed before do not pass any more");
    }

    private static IEnumerable<string> Levels(CaseResult result)
    {
        if (result.LevelA)
        {
            yield return $"{result.Case.Id} A";
        }

        if (result.LevelB)
        {
            yield return $"{result.Case.Id} B";
        }
    }

    private void Report(List<CaseResult> results)
    {
        var text = new StringBuilder();
        foreach (var area in results.GroupBy(result => result.Case.Area).OrderBy(area => area.Key, StringComparer.Ordinal))
        {
            text.Append($"{area.Key}: {Count(area)}\n");
        }

        foreach (var result in results.Where(result => !result.LevelB))
        {
            text.Append($"differs at level {(result.LevelA ? "B" : "A")}{(result.Case.Counts ? "" : " (not counted)")}: {result.Case.Id}\n");
        }

        text.Append($"conformance: {Count(results)}");
        output.WriteLine(text.ToString());
        DetailsIfAsked(results);
    }

    private static string Count(IEnumerable<CaseResult> results)
    {
        var all = results.ToList();
        return $"level A {all.Count(result => result.LevelA)}/{all.Count}, level B {all.Count(result => result.LevelB)}/{all.Count}";
    }

    /// <summary>Writes what differs, level C included, to the file that PIPELINEKIT_SCRIBAN_DETAILS names.</summary>
    private static void DetailsIfAsked(List<CaseResult> results)
    {
        if (Environment.GetEnvironmentVariable("PIPELINEKIT_SCRIBAN_DETAILS") is not { Length: > 0 } path)
        {
            return;
        }

        File.WriteAllText(path, string.Concat(results.Where(result => !result.LevelC).OrderBy(result => result.LevelA).ThenBy(result => result.LevelB).Select(result =>
            $"===== {result.Case.Id} A={result.LevelA} B={result.LevelB} {result.Case.Outcome}\n{result.Case.Template}\n--- expected\n{result.Case.Expected}\n--- {result.Outcome}\n{result.Text}\n")));
    }
}
