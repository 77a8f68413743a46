using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using PipelineKit.Core.Model;
using PipelineKit.Platforms.Tests.Shared;
using Shouldly;

namespace PipelineKit.Platforms.Tests.GitHub;

/// <summary>Runs the steps of a job as a runner would and compares with what the model says about failures.</summary>
public partial class CommandTests
{
    [Fact]
    public void Failures_stop_wait_or_are_reported_as_the_model_says()
    {
        using var machine = new Shell();
        var command =
            from code in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Constant(1)), (1, Gen.Constant(99)))
            from failure in Gen.Elements(Enum.GetValues<OnFailure>())
            from always in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
            from script in Gen.Elements(false, true)
            select (Code: code, Failure: failure, Always: always, Script: script);
        var jobs = from commands in command.ListOf() from install in Gen.Elements<int?>(null, 0, 1) where commands.Count is > 0 and < 7 select (commands, install);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(50), Prop.ForAll(jobs.ToArbitrary(), sample =>
        {
            var commands = sample.commands.Select((c, at) => Make(c, $"c{at}")).ToList();
            var job = Sample.Job("job") with
            {
                Run = commands,
                Install = sample.install is { } code ? new Install { Id = "i", Directory = ".", Run = [["sh", "-c", $"exit {code}"]] } : null,
            };
            Run(new Workflow(Sample.Pipeline(job)), machine).ShouldBe(Expected([.. sample.commands], sample.install));
        }));
    }

    // A command of one line has no name of its own.
    [GeneratedRegex("c[0-9]+(?=;)", RegexOptions.CultureInvariant)]
    private static partial Regex CommandName();

    private static Command Make((int Code, OnFailure Failure, bool Always, bool Script) c, string name) => new()
    {
        Name = name,
        Argv = c.Script ? [] : ["sh", "-c", $": {name}; exit {c.Code}"],
        Script = c.Script ? $"true\nsh -c ': {name}; exit {c.Code}'\n" : null,
        Shell = c.Script ? "bash" : null,
        Findings = [1],
        OnFailure = c.Failure,
        Always = c.Always,
    };

    // The model's rules, command by command.
    private static string Expected(IReadOnlyList<(int Code, OnFailure Failure, bool Always, bool Script)> commands, int? install)
    {
        if (install is > 0)
        {
            return "failed:";
        }

        var (stopped, failed, ran) = (false, false, new List<string>());
        for (var at = 0; at < commands.Count; at++)
        {
            var c = commands[at];
            if (stopped && !c.Always)
            {
                continue;
            }

            ran.Add($"c{at}");
            var bad = c.Code != 0 && !(c.Failure == OnFailure.Report && c.Code == 1);
            failed |= bad && !c.Always;
            stopped |= bad && !c.Always && c.Failure != OnFailure.Later;
        }

        return (failed ? "failed:" : "passed:") + string.Join(',', ran);
    }

    // A runner in small: a step without a condition runs while nothing failed; others ask the outcomes of earlier steps.
    private static string Run(Workflow workflow, Shell machine)
    {
        var contexts = new Dictionary<string, object?>();
        var (failed, ran) = (false, new List<string>());
        foreach (var step in workflow.Steps("job").Where(s => Workflow.TextOf(s, "run") is not null))
        {
            var outcome = "skipped";
            if (Workflow.TextOf(step, "if") is { } condition ? ExpressionEvaluator.IsTrue(condition, contexts) : !failed)
            {
                outcome = machine.Run(Workflow.TextOf(step, "run")!).Code == 0 ? "success" : "failure";
                failed |= outcome == "failure" && Workflow.TextOf(step, "continue-on-error") is null;
                if (Workflow.TextOf(step, "name") != "Install")
                {
                    ran.Add(CommandName().Match(Workflow.TextOf(step, "run")!).Value);
                }
            }

            if (Workflow.TextOf(step, "id") is { } id)
            {
                contexts[$"steps.{id}.outcome"] = outcome;
            }
        }

        return (failed ? "failed:" : "passed:") + string.Join(',', ran);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(3, 0)]
    [InlineData(2, 2)]
    [InlineData(99, 99)]
    public void A_reported_finding_passes_and_any_other_exit_code_is_kept(int code, int expected)
    {
        using var machine = new Shell();
        var command = Sample.Command("tool", "sh", "-c", $"exit {code}") with { OnFailure = OnFailure.Report, Findings = [1, 3] };
        var text = new Workflow(Sample.Pipeline(Sample.Job("job") with { Run = [command] })).Run("job", "tool");
        machine.Run(text).Code.ShouldBe(expected);
        machine.Run(text, "sh").Code.ShouldBe(expected);
    }

    [Fact]
    public void A_redirected_script_still_stops_at_its_first_failure()
    {
        using var machine = new Shell();
        var command = new Command { Name = "tool", Script = "echo one\nfalse\necho two\n", Shell = "bash", Stdout = "out/log.txt", OnFailure = OnFailure.Report, Findings = [7] };
        var text = new Workflow(Sample.Pipeline(Sample.Job("job") with { Run = [command] })).Run("job", "tool");
        machine.Run(text).Code.ShouldBe(1);
        File.ReadAllText(Path.Combine(machine.Folder, "out", "log.txt")).ShouldBe("one\n");
    }
}
