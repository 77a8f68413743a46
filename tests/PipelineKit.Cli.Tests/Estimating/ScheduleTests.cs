using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PipelineKit.Cli.Estimating;
using Shouldly;

namespace PipelineKit.Cli.Tests.Estimating;

/// <summary>The model of time, on jobs written as <c>ID=SECONDS[,SECONDS…][&lt;NEED,NEED…]</c>.</summary>
public sealed class ScheduleTests
{
    [Theory]
    [InlineData("a=3", "a", 3, 3, 3)]
    [InlineData("a=3 b=2", "a", 3, 3, 5)]
    [InlineData("a=3 b=2<a", "a b", 5, 5, 5)]
    [InlineData("a=3 b=2<a c=4<a d=1<b,c", "a c d", 8, 8, 10)]
    [InlineData("a=3,5,1 b=2<a", "a b", 7, 7, 11)]
    [InlineData("a=1 b=1 c=1", "a", 1, 1, 3)]
    public void A_chain_decides_and_everything_is_paid(string jobs, string path, double critical, double makespan, double total)
    {
        var schedule = new Schedule(Jobs(jobs), new ScheduleOptions());

        string.Join(' ', schedule.CriticalPath).ShouldBe(path);
        schedule.CriticalTime.TotalSeconds.ShouldBe(critical);
        schedule.Makespan.TotalSeconds.ShouldBe(makespan);
        schedule.RunnerTime.TotalSeconds.ShouldBe(total);
        schedule.BilledTime.TotalSeconds.ShouldBe(total);
    }

    [Theory]
    [InlineData("a=3 b=3 c=6", 2, "a 0 3, b 3 6, c 0 6")]
    [InlineData("a=2 b=2 c=3<b", 1, "a 5 7, b 0 2, c 2 5")]
    [InlineData("a=4,4,4", 2, "a 0 4, a 0 4, a 4 8")]
    [InlineData("a=5 b=1 c=1<b", 9, "a 0 5, b 0 1, c 1 2")]
    public void With_few_runners_the_longest_way_goes_first(string jobs, int runners, string expected)
    {
        var schedule = new Schedule(Jobs(jobs), new ScheduleOptions { Runners = runners });

        string.Join(", ", schedule.Leaves.Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Job} {l.Start.TotalSeconds} {l.End.TotalSeconds}"))).ShouldBe(expected);
    }

    [Theory]
    [InlineData(0, 0, 10, 15, 15)]
    [InlineData(10, 0, 25, 45, 45)]
    [InlineData(0, 60, 10, 15, 180)]
    [InlineData(60, 60, 125, 195, 360)]
    [InlineData(50, 60, 105, 165, 180)]
    public void Overhead_counts_for_every_job_and_billing_rounds_every_job(int overhead, int roundUp, double critical, double total, double billed)
    {
        var schedule = new Schedule(Jobs("a=3 b=2<a c=10"), new ScheduleOptions { Overhead = TimeSpan.FromSeconds(overhead), RoundUp = TimeSpan.FromSeconds(roundUp) });

        schedule.CriticalTime.TotalSeconds.ShouldBe(critical);
        schedule.RunnerTime.TotalSeconds.ShouldBe(total);
        schedule.BilledTime.TotalSeconds.ShouldBe(billed);
    }

    [Fact]
    public void Whatever_the_graph()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<(byte Seconds, ushort Needs)[]>(), ArbMap.Default.ArbFor<byte>(), (made, number) =>
        {
            var jobs = made.Select((m, i) => new EstimatedJob(
                $"j{i}",
                [.. Enumerable.Range(0, Math.Min(i, 16)).Where(n => (m.Needs >> n & 1) == 1).Select(n => $"j{i - n - 1}")],
                [new EstimatedLeaf("", TimeSpan.FromSeconds(m.Seconds)), .. m.Needs % 3 == 0 ? [new EstimatedLeaf("x", TimeSpan.FromSeconds(m.Seconds / 2))] : Array.Empty<EstimatedLeaf>()])).ToList();
            var runners = (number % 4) + 1;
            var unlimited = new Schedule(jobs, new ScheduleOptions());
            var limited = new Schedule(jobs, new ScheduleOptions { Runners = runners });
            var alone = new Schedule(jobs, new ScheduleOptions { Runners = 1 });

            return unlimited.CriticalTime <= unlimited.RunnerTime
                && unlimited.Makespan == unlimited.CriticalTime
                && limited.Makespan >= unlimited.CriticalTime
                && limited.Makespan * runners >= limited.RunnerTime
                && alone.Makespan == alone.RunnerTime
                && limited.RunnerTime == unlimited.RunnerTime
                && limited.Leaves.All(l => jobs.First(j => j.Id == l.Job).Needs.All(n => limited.Leaves.Where(o => o.Job == n).All(o => o.End <= l.Start)))
                && limited.Leaves.All(l => limited.Leaves.Count(o => o.Start <= l.Start && l.Start < o.End) <= runners);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("a=1<b b=1<a", "jobs need each other in a circle: a -> b -> a")]
    [InlineData("a=1<a", "jobs need each other in a circle: a -> a")]
    [InlineData("c=1<b a=1<b b=1<a", "jobs need each other in a circle: b -> a -> b")]
    [InlineData("tests=1<biuld build=1", "job \"tests\" needs \"biuld\", which does not exist\nhint: did you mean `build`?")]
    public void Needs_that_lead_nowhere(string jobs, string expected) =>
        Should.Throw<FormatException>(() => JobSet.InOrder(Jobs(jobs))).Message.ShouldBe(expected);

    [Fact]
    public void Needs_may_point_forwards() => JobSet.InOrder(Jobs("c=1<b b=1<a a=1 d=1")).Select(j => j.Id).ShouldBe(["a", "b", "c", "d"]);

    private static List<EstimatedJob> Jobs(string text) => [.. text.Split(' ').Select(job =>
    {
        var parts = job.Split('<');
        var name = parts[0].Split('=');
        return new EstimatedJob(
            name[0],
            parts.Length > 1 ? parts[1].Split(',') : [],
            [.. name[1].Split(',').Select((s, i) => new EstimatedLeaf(i == 0 ? "" : $"{i}", TimeSpan.FromSeconds(double.Parse(s, CultureInfo.InvariantCulture))))]);
    })];
}
