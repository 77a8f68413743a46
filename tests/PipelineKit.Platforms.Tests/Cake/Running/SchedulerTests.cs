using FsCheck;
using FsCheck.Fluent;
using PipelineKitRunner;
using Shouldly;
using Outcome = PipelineKitRunner.Outcome;

namespace PipelineKit.Platforms.Tests.Cake.Running;

public sealed class SchedulerTests
{
    [Fact]
    public async Task What_was_known_before_needs_no_command()
    {
        var run = new SchedulerRun([new("a", new()), new("b", new() { Needs = ["a"] }), new("c", new())], plans => plans[0].SkipReason = "no");

        var results = await run.GoAsync(2);

        results["a"].Outcome.ShouldBe(Outcome.Skipped);
        results["b"].Leaves[0].Reason.ShouldBe("it needs a, which did not run");
        run.Ran.ShouldBe(["c"]);
    }

    [Fact]
    public async Task The_gate_comes_before_jobs_that_need_it()
    {
        var run = new SchedulerRun([new("publish", new() { NeedsGate = true, Gate = false }), new("a", new()), new("b", new())]) { Failing = { "b" } };

        var results = await run.GoAsync(1);

        run.Ran.ShouldBe(["a", "b"]);
        results["publish"].Leaves[0].Reason.ShouldBe("it needs b, which failed");
    }

    [Fact]
    public async Task A_failing_leaf_stops_the_others_only_where_that_is_wanted()
    {
        var data = new JobData { Matrix = { ["v"] = ["1", "2", "3"] } };
        var going = new SchedulerRun([new("a", data)]) { Failing = { "a (v 1)" } };
        var stopping = new SchedulerRun([new("a", data with { FailFast = true })]) { Failing = { "a (v 1)" } };

        (await going.GoAsync(4))["a"].Leaves.Select(l => l.Outcome).ShouldBe([Outcome.Failed, Outcome.Passed, Outcome.Passed]);
        (await stopping.GoAsync(4))["a"].Leaves.Select(l => l.Outcome).ShouldBe([Outcome.Failed, Outcome.Skipped, Outcome.Skipped]);
    }

    [Fact]
    public async Task Installs_run_once_per_leaf_and_fitting_leaves_go_first()
    {
        JobData Data(string number) => new() { Install = [["sync", number]] };
        var version = new Value("matrix", "v");
        var matrix = new JobData { Matrix = { ["v"] = ["1", "2"] }, Toolchains = { ["tool"] = version }, Install = [["sync", version]] };
        var run = new SchedulerRun([new("lint", Data("2")), new("tests", matrix), new("docs", Data("2"))]);

        await run.GoAsync(1);

        run.Ran.ShouldBe(["lint", "tests (v 2)", "docs", "tests (v 1)"]);
        run.Installs.ShouldBe(["sync 2", "sync 1"]);
    }

    [Fact]
    public async Task The_longest_chain_starts_first_and_free_jobs_fill_the_gaps()
    {
        var web = new JobData { Directory = "web", Locks = ["workspace"], Install = [["sync"]] };
        var api = web with { Directory = "api" };
        var run = new SchedulerRun([new("free-1", new()), new("free-2", new()), new("api-1", api), new("web-1", web), new("web-2", web), new("web-3", web), new("api-2", api)]);

        await run.GoAsync(2);

        run.Chosen.Take(2).ShouldBe(["web-1", "api-1"]);
        run.Ran.Count.ShouldBe(7);
    }

    [Fact]
    public async Task What_took_long_before_starts_first()
    {
        var run = new SchedulerRun([new("short", new()), new("long", new()), new("longer", new())], plans => (plans[0].Expected, plans[1].Expected, plans[2].Expected) = (1, 20, 30));

        await run.GoAsync(2);

        run.Chosen.ShouldBe(["longer", "long", "short"]);
    }

    [Fact]
    public async Task Without_a_record_a_longer_timeout_says_what_is_long()
    {
        var run = new SchedulerRun([new("short", new() { Timeout = TimeSpan.FromMinutes(10) }), new("long", new() { Timeout = TimeSpan.FromMinutes(20) })]);

        await run.GoAsync(2);

        run.Chosen.ShouldBe(["long", "short"]);
    }

    [Fact]
    public async Task A_failed_install_is_not_tried_again()
    {
        var data = new JobData { Install = [["sync"]] };
        var run = new SchedulerRun([new("a", data), new("b", data)]) { Failing = { "sync" } };

        var results = await run.GoAsync(1);

        run.Installs.ShouldBe(["sync"]);
        results["b"].Leaves[0].Reason.ShouldBe("sync failed");
    }

    [Fact]
    public async Task After_an_interruption_nothing_starts()
    {
        using var stop = new CancellationTokenSource();
        var run = new SchedulerRun([new("a", new()), new("b", new() { Needs = ["a"] })]) { OnRun = _ => stop.Cancel() };

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
        foreach (var job in jobs.Where(j => j.Data.Needs.Any(n => !results[n].Satisfies)))
        {
            results[job.Id].Outcome.ShouldBe(Outcome.Skipped);
        }
    }).QuickCheckThrowOnFailure();

    // Up to eight jobs; needs point backwards; two locks, two folders, two installs, matrices of up to three leaves.
    private static Arbitrary<IReadOnlyList<JobInfo>> Pipelines() => Gen.Choose(0, int.MaxValue - 1).Select(seed =>
    {
        // The seed is the whole input: equal seeds give equal pipelines.
#pragma warning disable CA5394 // Not used for security.
        var random = new Random(seed);
        bool Sometimes() => random.Next(3) == 0;
        IReadOnlyList<JobInfo> jobs = [.. Enumerable.Range(0, random.Next(1, 9)).Select(i =>
        {
            var data = new JobData
            {
                Directory = Sometimes() ? "web" : ".",
                Needs = [.. Enumerable.Range(0, i).Where(_ => Sometimes()).Select(n => $"j{n}")],
                Locks = [.. new[] { "x", "y" }.Where(_ => Sometimes())],
                Install = Sometimes() ? [] : [["sync", Sometimes() ? "one" : "two"]],
                FailFast = Sometimes(),
                AllowFailure = Sometimes(),
            };
            if (Sometimes())
            {
                data.Matrix["v"] = [.. Enumerable.Range(0, random.Next(1, 4)).Select(v => $"{v}")];
            }

            return new JobInfo($"j{i}", data);
        })];
#pragma warning restore CA5394
        return jobs;
    }).ToArbitrary();
}
