using FsCheck;
using FsCheck.Fluent;
using PipelineKit.Core.Model;
using PipelineKit.Execution.Reporting;
using Outcome = PipelineKit.Execution.Reporting.Outcome;

namespace PipelineKit.Execution.Tests.LocalRuns.Jobs;

public sealed class SchedulerTests
{
    private static readonly Install Sync = Make.Install("sync");

    [Fact]
    public async Task What_was_known_before_needs_no_command()
    {
        var run = new SchedulerRun([Make.Idle("a"), Make.Idle("b", "a"), Make.Idle("c")], plans => plans[0].SkipReason = "no");

        var results = await run.GoAsync(2);

        results["a"].Outcome.ShouldBe(Outcome.Skipped);
        results["b"].Leaves[0].Reason.ShouldBe("it needs a, which did not run");
        run.Ran.ShouldBe(["c"]);
    }

    [Fact]
    public async Task The_gate_comes_before_jobs_that_need_it()
    {
        var run = new SchedulerRun([Make.Idle("publish") with { NeedsGate = true, Gate = false }, Make.Idle("a"), Make.Idle("b")]) { Failing = { "b" } };

        var results = await run.GoAsync(1);

        run.Ran.ShouldBe(["a", "b"]);
        results["publish"].Leaves[0].Reason.ShouldBe("it needs b, which failed");
    }

    [Fact]
    public async Task A_failing_leaf_stops_the_others_only_where_that_is_wanted()
    {
        var job = Make.Idle("a") with { Matrix = Make.Matrix("v", "1", "2", "3") };
        var going = new SchedulerRun([job]) { Failing = { "a (v 1)" } };
        var stopping = new SchedulerRun([job with { Matrix = job.Matrix with { FailFast = true } }]) { Failing = { "a (v 1)" } };

        (await going.GoAsync(4))["a"].Leaves.Select(l => l.Outcome).ShouldBe([Outcome.Failed, Outcome.Passed, Outcome.Passed]);
        (await stopping.GoAsync(4))["a"].Leaves.Select(l => l.Outcome).ShouldBe([Outcome.Failed, Outcome.Skipped, Outcome.Skipped]);
    }

    [Fact]
    public async Task Installs_run_once_per_leaf_and_fitting_leaves_go_first()
    {
        Job Plain(string id) => Make.Idle(id) with { Install = Make.Install("sync", "2") };
        var version = new MatrixValue("v");
        var matrix = Make.Idle("tests") with
        {
            Matrix = Make.Matrix("v", "1", "2"),
            Toolchains = [Make.Toolchain("tool", version)],
            Install = Sync with { Run = [["sync", version]] },
        };
        var run = new SchedulerRun([Plain("lint"), matrix, Plain("docs")]);

        await run.GoAsync(1);

        run.Ran.ShouldBe(["lint", "tests (v 2)", "docs", "tests (v 1)"]);
        run.Installs.ShouldBe(["sync 2", "sync 1"]);
    }

    [Fact]
    public async Task The_longest_chain_starts_first_and_free_jobs_fill_the_gaps()
    {
        Job In(string folder, string id) => Make.Idle(id) with { Project = new Project(folder, folder, "none"), Locks = ["workspace"], Install = Sync };
        var run = new SchedulerRun(
            [Make.Idle("free-1"), Make.Idle("free-2"), In("api", "api-1"), In("web", "web-1"), In("web", "web-2"), In("web", "web-3"), In("api", "api-2")]);

        await run.GoAsync(2);

        run.Chosen.Take(2).ShouldBe(["web-1", "api-1"]);
        run.Ran.Count.ShouldBe(7);
    }

    [Fact]
    public async Task What_took_long_before_starts_first()
    {
        var run = new SchedulerRun(
            [Make.Idle("short"), Make.Idle("long"), Make.Idle("longer")], plans => (plans[0].Expected, plans[1].Expected, plans[2].Expected) = (1, 20, 30));

        await run.GoAsync(2);

        run.Chosen.ShouldBe(["longer", "long", "short"]);
    }

    [Fact]
    public async Task Without_a_record_a_longer_timeout_says_what_is_long()
    {
        var run = new SchedulerRun([Make.Idle("short"), Make.Idle("long") with { Timeout = TimeSpan.FromMinutes(20) }]);

        await run.GoAsync(2);

        run.Chosen.ShouldBe(["long", "short"]);
    }

    [Fact]
    public async Task A_failed_install_is_not_tried_again()
    {
        var run = new SchedulerRun([Make.Idle("a") with { Install = Sync }, Make.Idle("b") with { Install = Sync }]) { Failing = { "sync" } };

        var results = await run.GoAsync(1);

        run.Installs.ShouldBe(["sync"]);
        results["b"].Leaves[0].Reason.ShouldBe("sync failed");
    }

    [Fact]
    public async Task After_an_interruption_nothing_starts()
    {
        using var stop = new CancellationTokenSource();
        var run = new SchedulerRun([Make.Idle("a"), Make.Idle("b", "a")]) { OnRun = _ => stop.Cancel() };

        var results = await run.GoUntilAsync(stop.Token);

        run.Ran.ShouldBe(["a"]);
        results["b"].Outcome.ShouldBe(Outcome.NotRun);
    }

    [Fact]
    public void Any_pipeline_keeps_the_rules() => Prop.ForAll(Pipelines(), jobs =>
    {
        var run = new SchedulerRun(jobs) { Failing = { "j3" } };

        var results = run.GoAsync(3).GetAwaiter().GetResult();

        results.Count.ShouldBe(jobs.Count);
        run.Violations.ShouldBeEmpty();
        run.Installs.Count.ShouldBeLessThanOrEqualTo(run.Ran.Count);
        foreach (var job in jobs.Where(j => j.Needs.Any(n => !results[n.JobId].Satisfies)))
        {
            results[job.Id].Outcome.ShouldBe(Outcome.Skipped);
        }
    }).QuickCheckThrowOnFailure();

    // Up to eight jobs; needs point backwards; two locks, two folders, two installs, matrices of up to three leaves.
    private static Arbitrary<IReadOnlyList<Job>> Pipelines() => Gen.Choose(0, int.MaxValue - 1).Select(seed =>
    {
        // The seed is the whole input: equal seeds give equal pipelines.
        var random = new Random(seed);
        return (IReadOnlyList<Job>)[.. Enumerable.Range(0, random.Next(1, 9)).Select(i => Any(i, random))];
    }).ToArbitrary();

    private static Job Any(int index, Random random)
    {
        bool Sometimes() => random.Next(3) == 0;
        return Make.Idle($"j{index}", [.. Enumerable.Range(0, index).Where(_ => Sometimes()).Select(n => $"j{n}")]) with
        {
            Project = Sometimes() ? new Project("web", "web", "none") : Make.Root,
            Locks = [.. new[] { "x", "y" }.Where(_ => Sometimes())],
            Install = Sometimes() ? null : Make.Install("sync", Sometimes() ? "one" : "two"),
            AllowFailure = Sometimes(),
            Matrix = Sometimes() ? Make.Matrix("v", [.. Enumerable.Range(0, random.Next(1, 4)).Select(v => $"{v}")]) with { FailFast = Sometimes() } : null,
        };
    }
}
