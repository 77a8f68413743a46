using System.Text.Json;
using PipelineKitRunner;
using Shouldly;

namespace PipelineKit.Platforms.Tests.Cake.Running;

public sealed class SummaryTests
{
    private static JobResult Result(string id, Outcome outcome, string reason = "", bool allow = false) =>
        JobResult.Of(new JobInfo(id, new() { AllowFailure = allow }), outcome, reason);

    private static LeafResult Leaf(string value, Outcome outcome) => new(new Leaf([new("v", value)]), outcome);

    [Fact]
    public void All_passed_is_no_verdict() => Summary.Verdict([Result("a", Outcome.Passed), Result("b", Outcome.Unchanged)], false).ShouldBeNull();

    [Fact]
    public void Failures_and_skips_are_named() =>
        Summary.Verdict([Result("a", Outcome.Skipped), Result("b", Outcome.Failed), Result("c", Outcome.Passed), Result("d", Outcome.NotRun)], false)
            .ShouldBe("3 of 4 jobs did not pass; failed: b; skipped: a; not run: d");

    [Fact]
    public void Skips_alone_tell_of_the_option() =>
        Summary.Verdict([Result("a", Outcome.Skipped)], false).ShouldBe("1 of 1 jobs did not pass; skipped: a (--allow-skips lets skipped jobs pass)");

    [Fact]
    public void Allowed_skips_and_failures_pass() => Summary.Verdict([Result("a", Outcome.Skipped), Result("b", Outcome.Failed, allow: true)], true).ShouldBeNull();

    [Theory]
    [InlineData("Skipped Passed", "Passed")]
    [InlineData("Skipped Skipped", "Skipped")]
    [InlineData("Passed Failed", "Failed")]
    [InlineData("Passed NotRun", "NotRun")]
    [InlineData("Unchanged Unchanged", "Unchanged")]
    [InlineData("Unchanged Passed", "Passed")]
    public void The_worst_leaf_that_ran_decides(string leaves, string expected) =>
        new JobResult(new JobInfo("a", new()), [.. leaves.Split(' ').Select((l, i) => Leaf($"{i}", Enum.Parse<Outcome>(l)))])
            .Outcome.ShouldBe(Enum.Parse<Outcome>(expected));

    [Fact]
    public void The_table_shows_jobs_leaves_and_the_end_of_the_failing_output()
    {
        var failing = new JobResult(new JobInfo("tests", new()),
        [
            Leaf("1", Outcome.Skipped) with { Reason = "v 1: this machine has 2" },
            Leaf("2", Outcome.Failed) with { Reason = "`run` exit code 3", ExitCode = 3, Tail = ["last words"], Duration = TimeSpan.FromSeconds(12.34) },
        ]);
        using var writer = new StringWriter { NewLine = "\n" };

        Summary.Write(writer, [Result("lint", Outcome.Passed), failing], false);

        writer.ToString().ShouldBe("""

            lint   passed               0.0 s
            tests  FAILED              12.3 s  `run` exit code 3
              v 1  SKIPPED              0.0 s  v 1: this machine has 2
              v 2  FAILED              12.3 s  `run` exit code 3

            tests: `run` exit code 3
              | last words

            1 of 2 jobs did not pass; failed: tests

            """);
    }

    [Fact]
    public void Events_are_JSON_lines()
    {
        var file = Path.GetTempFileName();
        var events = new EventFile(file);
        var job = new JobInfo("a", new());
        events.Started(job);
        events.Finished(new JobResult(job, [new LeafResult(PipelineKitRunner.Leaf.None, Outcome.Failed, "say \"x\"\n\t\\") { ExitCode = 3, Tail = ["\u001b[1m"] }]));
        events.Ended(null);

        var lines = File.ReadAllLines(file).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        File.Delete(file);

        lines.Select(l => l.GetProperty("event").GetString()).ShouldBe(["job-started", "job-finished", "run-finished"]);
        lines[1].GetProperty("reason").GetString().ShouldBe("say \"x\"\n\t\\");
        lines[1].GetProperty("exitCode").GetInt32().ShouldBe(3);
        lines[1].GetProperty("tail")[0].GetString().ShouldBe("\u001b[1m");
        lines[2].GetProperty("passed").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public void A_log_is_kept_until_it_is_shown_and_then_goes_on_live()
    {
        var log = new OutputLog();
        using var writer = new StringWriter { NewLine = "\n" };
        log.Write("one");
        log.Attach(writer);
        log.Attach(writer);
        log.Write("two");

        writer.ToString().ShouldBe("one\ntwo\n");
        log.Tail(1, 5).ShouldBe(["two"]);
        log.Tail(0, 1).ShouldBe(["two"]);
    }

    [Fact]
    public void Commands_are_shown_as_one_would_type_them() =>
        CommandText.Of(["a", "b c", "", "it's", "--x=1"]).ShouldBe(@"a 'b c' '' 'it'\''s' --x=1");
}
