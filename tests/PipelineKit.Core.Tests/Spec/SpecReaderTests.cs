using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Spec;
using Shouldly;

namespace PipelineKit.Core.Tests.Spec;

public sealed class SpecReaderTests
{
    private const string Full = """
        version: 1
        requires: ">=0.1"
        name: metalog-jax
        targets: [github, gitlab, cake]
        outputs: { github: .github/workflows/pipeline.yml }
        stack: python
        python: { versions: ["3.11", 3.10], manager: pip }
        branches: { default: trunk, also: [develop, "release/*"] }
        schedule: "17 3 * * 1"
        runners: { linux: { github: ubuntu-24.04, gitlab: [docker] } }
        images: { prefix: registry.example.com/mirror }
        pins: { ruff: 0.9.1 }
        code-scanning: off
        gitlab: { paid-tier: true }
        pipelinekit: { source: tools/packages, version: 0.1.0 }
        stages:
          lint: { tools: [pylint], fail-on: high }
          test-coverage: { minimum: 75, branch: true, services: { db: mariadb }, timeout: 20m, env: { LEVEL: 1 }, secrets: [API_TOKEN] }
          license-check: { allow: [MIT], ignore: { docutils: "build only" } }
          docs: { tool: sphinx, publish: pages, when: { events: [push], branches: [default] } }
          smoke: { run: [[./smoke.sh, --fast]], needs: [test-coverage], phase: build }
        patches:
          github: [{ op: replace, path: /jobs/lint/runs-on, value: self-hosted }]
        """;

    [Fact]
    public void Every_key_of_the_format_is_read()
    {
        var spec = SpecCase.Ok(Full);

        spec.Name.Value.ShouldBe("metalog-jax");
        spec.Targets.Select(t => t.Value).ShouldBe(["github", "gitlab", "cake"]);
        spec.Outputs["github"].Value.ShouldBe(".github/workflows/pipeline.yml");
        spec.DefaultBranch.ShouldBe("trunk");
        spec.AlsoBranches.Select(b => b.Value).ShouldBe(["develop", "release/*"]);
        spec.Runners["linux"].GitHub.ShouldBe(["ubuntu-24.04"]);
        spec.Runners["linux"].GitLab.ShouldBe(["docker"]);
        spec.CodeScanning.ShouldBe(CodeScanning.Off);
        spec.GitLabPaidTier.ShouldBeTrue();
        spec.PipelineKit.ShouldBe(new ToolSource("tools/packages", "0.1.0"));
        spec.Pins["ruff"].Value.ShouldBe("0.9.1");
        spec.Patches.Single().Path.Value.ShouldBe("/jobs/lint/runs-on");
    }

    [Fact]
    public void A_spec_with_a_stack_has_one_project_without_a_name()
    {
        var project = SpecCase.Ok(Full).Projects.Single();

        project.Name.ShouldBeNull();
        project.Path.Value.ShouldBe(".");
        project.Options["manager"].ShouldBe("pip");
        project.Options["versions"].ShouldBe(new List<object> { "3.11", "3.10" });
        project.Stages.Select(s => s.Id.Value).ShouldBe(["lint", "test-coverage", "licence-check", "docs", "smoke"]);
    }

    [Fact]
    public void Inputs_are_typed_and_filled_with_defaults()
    {
        var stages = SpecCase.Ok(Full).Projects[0].Stages;

        stages[1].Inputs["minimum"].ShouldBe(75L);
        stages[1].Inputs["branch"].ShouldBe(true);
        stages[1].Inputs["factor"].ShouldBe(2.0);
        stages[1].Inputs["retention"].ShouldBe("7d");
        stages[1].Timeout.ShouldBe(TimeSpan.FromMinutes(20));
        stages[1].Env["LEVEL"].Value.ShouldBe("1");
        stages[1].Secrets.Single().Value.ShouldBe("API_TOKEN");
        ((IReadOnlyDictionary<string, object?>)stages[1].Inputs["services"]!)["db"].ShouldBe("mariadb");
        stages[3].Inputs["publish"].ShouldBe("pages");
        stages[3].Inputs["folder"].ShouldBe("docs");
        stages[3].Tools!.Single().Value.ShouldBe("sphinx");
        stages[3].When!.Events.ShouldBe(PipelineEvents.Push);
        stages[0].Inputs["format"].ShouldBe(true);
    }

    [Fact]
    public void An_inline_stage_says_what_it_runs()
    {
        var smoke = SpecCase.Ok(Full).Projects[0].Stages[^1];

        smoke.Inline!.Run.Single().Select(a => a.Value).ShouldBe(["./smoke.sh", "--fast"]);
        smoke.Inline.Phase.ShouldBe(Phase.Build);
        smoke.Needs.Single().Value.ShouldBe("test-coverage");
    }

    [Fact]
    public void Values_know_where_they_stand()
    {
        var spec = SpecCase.Ok(Full);

        spec.Name.Span.ShouldBe(new SourceSpan("pipelinekit.yml", 3, 7, 11));
        spec.Projects[0].Stages[0].Id.Span.ShouldBe(new SourceSpan("pipelinekit.yml", 17, 3, 4));
        spec.Projects[0].Stages[0].FailOn!.Span.ShouldBe(new SourceSpan("pipelinekit.yml", 17, 37, 4));
    }

    [Fact]
    public void Without_stages_there_are_the_five_of_the_card()
    {
        var spec = SpecCase.Ok("version: 1\ntargets: [github]\nstack: python\n");

        spec.Projects[0].Stages.Select(s => s.Id.Value).ShouldBe(["lint", "sast", "test-coverage", "licence-check", "docs"]);
        spec.Name.Value.ShouldBe("folder");
        spec.DefaultBranch.ShouldBe("main");
        spec.Projects[0].Options["manager"].ShouldBe("uv");
        spec.Projects[0].Stages[4].Inputs["publish"].ShouldBe("no");
    }

    [Theory]
    [InlineData("{ flow: gitflow }", "develop hotfix/** release/**")]
    [InlineData("{ flow: gitflow, default: develop }", "hotfix/** release/**")]
    [InlineData("{ flow: gitflow, default: develop, also: [main] }", "hotfix/** release/** main")]
    public void A_flow_adds_the_branches_beside_the_default_one(string branches, string also)
    {
        var spec = SpecCase.Ok($"version: 1\ntargets: [github]\nstack: python\nbranches: {branches}\n");

        string.Join(' ', spec.AlsoBranches.Select(b => b.Value)).ShouldBe(also);
    }

    [Theory]
    [InlineData("lint:")]
    [InlineData("lint: true")]
    [InlineData("lint: {}")]
    public void A_stage_without_inputs_has_its_defaults(string line)
    {
        var spec = SpecCase.Ok($"version: 1\ntargets: [github]\nstack: python\nstages:\n  {line}\n");

        spec.Projects[0].Stages.Single().Inputs["format"].ShouldBe(true);
    }
}
