using PipelineKit.Core.Spec;
using Shouldly;

namespace PipelineKit.Core.Tests.Spec;

public sealed class ProjectMergeTests
{
    private static SpecDocument Read(string rest) => SpecCase.Ok("version: 1\ntargets: [github]\n" + rest);

    [Fact]
    public void Projects_are_named_by_their_folder()
    {
        var spec = Read("projects: [{ path: services/Api_v2/, stack: dotnet }, { path: web, name: site, stack: node }, { path: ., stack: python }]\n");

        spec.Projects.Select(p => p.Name!.Value).ShouldBe(["api-v2", "site", "python"]);
        spec.Projects.Select(p => p.Path.Value).ShouldBe(["services/Api_v2", "web", "."]);
    }

    [Fact]
    public void A_single_project_adds_no_name() =>
        Read("projects: [{ path: web, name: site, stack: node }]\n").Projects.Single().Name.ShouldBeNull();

    [Fact]
    public void A_project_changes_adds_and_removes_stages_by_key()
    {
        var spec = Read("""
            projects:
              - { path: a, stack: python, stages: { lint: { tools: [pylint] }, docs: false, mine: { run: [[make]] } } }
              - { path: b, stack: python }
            stages:
              lint: { tools: [ruff], timeout: 5m, format: false }
              docs:
            """);

        var first = spec.Projects[0].Stages;
        first.Select(s => s.Id.Value).ShouldBe(["lint", "mine"]);
        first[0].Tools!.Single().Value.ShouldBe("pylint");
        first[0].Timeout.ShouldBe(TimeSpan.FromMinutes(5));
        first[0].Inputs["format"].ShouldBe(false);
        first[0].OfProject.ShouldBeTrue();
        spec.Projects[1].Stages.Select(s => s.Id.Value).ShouldBe(["lint", "docs"]);
    }

    [Fact]
    public void A_project_without_top_level_stages_starts_from_the_five()
    {
        var spec = Read("stack: python\nprojects: [{ path: a, stages: { docs: false } }, { path: b }]\n");

        spec.Projects[0].Stages.Select(s => s.Id.Value).ShouldBe(["lint", "sast", "test-coverage", "licence-check"]);
        spec.Projects[1].Stages.Count.ShouldBe(5);
    }

    [Fact]
    public void Options_of_a_stack_are_merged_by_key()
    {
        var spec = Read("""
            python: { versions: ["3.11"], manager: pip }
            projects:
              - { path: a, stack: python, python: { manager: uv } }
              - { path: b, stack: python }
            """);

        spec.Projects[0].Options["manager"].ShouldBe("uv");
        spec.Projects[0].Options["versions"].ShouldBe(new List<object> { "3.11" });
        spec.Projects[1].Options["manager"].ShouldBe("pip");
    }

    [Fact]
    public void A_stage_of_the_top_level_is_for_the_projects_whose_stack_has_it()
    {
        var spec = Read("projects: [{ path: a, stack: dotnet }, { path: b, stack: node }]\nstages: { lint: , mutation: }\n");

        spec.Projects[0].Stages.Select(s => s.Id.Value).ShouldBe(["lint", "mutation"]);
        spec.Projects[1].Stages.Select(s => s.Id.Value).ShouldBe(["lint"]);
    }
}
