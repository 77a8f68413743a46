using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Spec;
using Shouldly;

namespace PipelineKit.Core.Tests.Spec;

/// <summary>What the cases do not show: borders of rules, and that good specs stay good.</summary>
public sealed class SpecRulesTests
{
    private const string Head = "version: 1\ntargets: [github]\nstack: python\n";

    [Fact]
    public void Alternatives_are_those_that_fit() =>
        SpecCase.Problems(Head + "stages: { lint: { tools: [ruf] } }\n").Single().Message.ShouldBe("unknown tool \"ruf\"; expected one of \"pylint\", \"ruff\"");

    [Theory]
    [InlineData("stages: { lint: { env: { A: \"${{ secrets.X }}\", B: \"$[[ inputs.y ]]\", C: $HOME } } }")]
    [InlineData("stages: { smoke: { run: [[./a.sh, --flag, \"-x\", \"*.py\", \"$HOME\"]] } }")]
    [InlineData("stages: { test-coverage: , smoke: { run: [[make]], needs: [gate, test-coverage/main] } }")]
    [InlineData("stages: { licence-check: , smoke: { run: [[make]], needs: [license-check] } }")]
    [InlineData("stages: { lint: { when: { events: [push, tag], tags: [\"v*\"], branches: [default, also, \"release/*\"] } } }")]
    [InlineData("stages: { lint: { runner: windows, image: \"python:3.12\" } }")]
    [InlineData("stages: { test-coverage: { services: { db: \"mariadb:11.4.5\" } } }")]
    [InlineData("stages: { sast: { fail-on: critical } }")]
    [InlineData("stages: { secret-scan: }")]
    [InlineData("patches: { github: [{ op: add, path: \"/jobs/lint/steps/-\", value: null }] }")]
    [InlineData("patches: { github: [{ op: remove, path: \"/a/[name=x/y]/b~1c\", parity: broken, reason: because }] }")]
    [InlineData("pipelinekit: { source: \"https://feed.example.com/v3/index.json\", version: 0.1.0 }")]
    [InlineData("python: { versions: [3.10, 3.12] }\npins: { python: 3.12 }")]
    public void Good_specs_are_accepted(string rest) => SpecCase.Ok(Head + rest + "\n");

    [Fact]
    public void Fail_on_asks_the_default_tools_too() =>
        SpecCase.Problems(Head + "stages: { lint: { fail-on: high }, docs: { fail-on: low }, licence-check: { fail-on: low } }\n")
            .Select(d => d.Descriptor.Code).ShouldBe(["PK1016", "PK1016", "PK1016"]);

    [Fact]
    public void A_severity_must_be_known_to_every_tool() =>
        SpecCase.Problems(Head + "stages: { sast: { tools: [semgrep, bandit], fail-on: critical } }\n").Single().Message
            .ShouldBe("the tool \"bandit\" has no severity \"critical\"; expected one of \"low\", \"medium\", \"high\"");

    [Fact]
    public void A_problem_of_the_top_level_is_told_once_for_all_projects() =>
        SpecCase.Problems("version: 1\ntargets: [github]\nstack: python\nprojects: [{ path: a }, { path: b }, { path: c }]\nstages: { lint: { image: x } }\n").Count.ShouldBe(1);

    [Fact]
    public void Warnings_do_not_stop()
    {
        var bag = new DiagnosticBag();

        SpecLoader.Load(Head + "runners: { linux: { github: [self-hosted, ubuntu-latest] } }\n", SpecCase.Options, FakeCatalog.Usual, bag).ShouldNotBeNull();

        bag.Sorted().Single().Descriptor.Severity.ShouldBe(Severity.Warning);
    }

    [Fact]
    public void Two_stacks_may_share_a_folder() =>
        SpecCase.Ok("version: 1\ntargets: [github]\nprojects: [{ path: ., name: app, stack: python }, { path: ., stack: node }]\n")
            .Projects.Select(p => p.Name!.Value).ShouldBe(["app", "node"]);

    [Fact]
    public void A_long_list_of_problems_is_told_in_good_time()
    {
        var stages = string.Concat(Enumerable.Range(0, 2000).Select(i => $"  lint{i}: {{ fail-on: x }}\n"));

        SpecCase.Problems(Head + "stages:\n" + stages).Count.ShouldBe(2000);
    }
}
