using System.Text.Json;
using PipelineKit.Execution.Jobs;
using PipelineKit.Execution.Planning;
using PipelineKit.Execution.Reporting;

namespace PipelineKit.Execution.Tests.LocalRuns.Reporting;

public sealed class ResultTests
{
    private static JobResult Result(string id, Outcome outcome, bool allow = false) =>
        JobResult.Of(Make.Idle(id) with { AllowFailure = allow }, outcome, "");

    [Fact]
    public void All_passed_is_no_verdict() => Verdict.Of([Result("a", Outcome.Passed), Result("b", Outcome.Unchanged)], false).ShouldBeNull();

    [Fact]
    public void Failures_and_skips_are_named() =>
        Verdict.Of([Result("a", Outcome.Skipped), Result("b", Outcome.Failed), Result("c", Outcome.Passed), Result("d", Outcome.NotRun)], false)
            .ShouldBe("3 of 4 jobs did not pass; failed: b; skipped: a; not run: d");

    [Fact]
    public void Skips_alone_tell_of_the_option() =>
        Verdict.Of([Result("a", Outcome.Skipped)], false).ShouldBe("1 of 1 jobs did not pass; skipped: a (--allow-skips lets skipped jobs pass)");

    [Fact]
    public void Allowed_skips_and_failures_pass() => Verdict.Of([Result("a", Outcome.Skipped), Result("b", Outcome.Failed, allow: true)], true).ShouldBeNull();

    [Theory]
    [InlineData("Skipped Passed", "Passed")]
    [InlineData("Skipped Skipped", "Skipped")]
    [InlineData("Passed Failed", "Failed")]
    [InlineData("Passed NotRun", "NotRun")]
    [InlineData("Unchanged Unchanged", "Unchanged")]
    [InlineData("Unchanged Passed", "Passed")]
    public void The_worst_leaf_that_ran_decides(string leaves, string expected) =>
        new JobResult(Make.Idle("a"), [.. leaves.Split(' ').Select(l => new LeafResult(Leaf.None, Enum.Parse<Outcome>(l)))])
            .Outcome.ShouldBe(Enum.Parse<Outcome>(expected));

    [Fact]
    public void Events_are_JSON_lines()
    {
        var file = Path.GetTempFileName();
        var events = new EventFile(file);
        events.Started(Make.Idle("a"));
        events.Finished(new JobResult(Make.Idle("a"), [new LeafResult(Leaf.None, Outcome.Failed, "say \"x\"\n\t\\") { ExitCode = 3, Tail = ["end é"] }]));
        events.Ended(null);

        var text = File.ReadAllLines(file);
        File.Delete(file);

        text[0].ShouldBe("{\"event\":\"job-started\",\"job\":\"a\",\"stage\":\"a\"}");
        var lines = text.Select(l => JsonDocument.Parse(l).RootElement).ToList();
        lines.Select(l => l.GetProperty("event").GetString()).ShouldBe(["job-started", "job-finished", "run-finished"]);
        lines[1].GetProperty("reason").GetString().ShouldBe("say \"x\"\n\t\\");
        lines[1].GetProperty("exitCode").GetInt32().ShouldBe(3);
        lines[1].GetProperty("tail")[0].GetString().ShouldBe("end é");
        lines[2].GetProperty("passed").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public void Commands_are_shown_as_one_would_type_them() =>
        CommandText.Of(["a", "b c", "", "it's", "--x=1"]).ShouldBe(@"a 'b c' '' 'it'\''s' --x=1");

    [Theory]
    [InlineData(null, "sh -e -c false")]
    [InlineData("sh", "sh -e -c false")]
    [InlineData("bash", "bash --noprofile --norc -eo pipefail -c false")]
    public void Scripts_stop_at_their_first_failing_command(string? shell, string expected) =>
        string.Join(' ', CommandText.ForScript("false", shell)).ShouldBe(expected);
}
