using PipelineKit.Execution.Jobs;
using PipelineKit.Execution.Planning;
using PipelineKit.Execution.Reporting;

namespace PipelineKit.Execution.Tests.LocalRuns.Jobs;

public sealed class JobTimesTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("pipelinekit-times-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void Only_what_passed_is_kept_and_the_rest_stays_known()
    {
        Keep(("a", Outcome.Passed, 12.3), ("b", Outcome.Passed, 4));
        Keep(("a", Outcome.Failed, 0.1), ("b", Outcome.Passed, 5), ("c", Outcome.Unchanged, 0));

        Expected("a", "b", "c").ShouldBe([12.3, 5, 10]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\nb 1 2\n a 3\na many\na NaN\na Infinity\na -1")]
    public void A_record_that_says_nothing_is_none(string text)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_root.FullName, ".pipelinekit", "run"));
        File.WriteAllText(Path.Combine(folder.FullName, "seconds"), text);

        Expected("a").ShouldBe([10]);
    }

    [Fact]
    public void A_record_that_cannot_be_written_or_read_ends_nothing()
    {
        Directory.CreateDirectory(Path.Combine(_root.FullName, ".pipelinekit", "run", "seconds"));

        Keep(("a", Outcome.Passed, 3));

        Expected("a").ShouldBe([10]);
    }

    private void Keep(params (string Id, Outcome Outcome, double Seconds)[] results) => new JobTimes(_root.FullName).Keep(
        results.Select(r => new JobResult(Make.Idle(r.Id), [new LeafResult(Leaf.None, r.Outcome) { Duration = TimeSpan.FromSeconds(r.Seconds) }])));

    private double[] Expected(params string[] ids)
    {
        var plans = ids.Select(id => new JobPlan(Make.Idle(id), [])).ToList();
        new JobTimes(_root.FullName).Tell(plans);
        return [.. plans.Select(p => p.Expected)];
    }
}
