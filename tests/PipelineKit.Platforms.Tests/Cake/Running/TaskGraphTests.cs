using PipelineKitRunner;
using Shouldly;

namespace PipelineKit.Platforms.Tests.Cake.Running;

public sealed class TaskGraphTests
{
    private static PipelineData Pipeline()
    {
        var pipeline = new PipelineData();
        pipeline.Jobs.AddRange(
        [
            new("lint-api", new() { Stage = "lint", Project = "api", Directory = "services/api" }),
            new("lint-web", new() { Stage = "lint", Project = "web", Directory = "web" }),
            new("docs", new() { Project = "api", Directory = "services/api" }),
            new("docs-links", new() { Stage = "docs", Project = "api", Directory = "services/api", Needs = ["docs"] }),
            new("docs-spelling", new() { Stage = "docs", Project = "api", Directory = "services/api" }),
            new("docs-site", new() { Stage = "docs", Gate = false, Publishes = true, Needs = ["docs", "gone"], NeedsGate = true }),
            new("clean", new() { Gate = false, OnRequest = true }),
        ]);
        return pipeline;
    }

    private static TaskNode Node(string name, string? project = null) => TaskGraph.Make(Pipeline(), project).Single(t => t.Name == name);

    [Fact]
    public void There_is_one_task_per_job_and_per_stage_and_the_gate() => TaskGraph.Make(Pipeline(), null).Select(t => t.Name)
        .ShouldBe(["lint-api", "lint-web", "docs", "docs-links", "docs-spelling", "docs-site", "clean", "lint", "quality-gate", "Default"]);

    [Fact]
    public void A_stage_covers_its_usual_jobs() => Node("lint").Covers.ShouldBe(["lint-api", "lint-web"]);

    [Fact]
    public void The_gate_covers_all_that_decides() =>
        Node("quality-gate").Covers.ShouldBe(["lint-api", "lint-web", "docs", "docs-links", "docs-spelling"]);

    [Fact]
    public void A_job_named_like_its_stage_stands_for_both_without_a_cycle()
    {
        Node("docs").DependsOn.ShouldBe(["docs-spelling"]);
        Node("docs").Covers.ShouldBe(["docs", "docs-links", "docs-spelling"]);
    }

    [Fact]
    public void Needs_of_absent_jobs_are_left_out_and_the_gate_can_be_needed() => Node("docs-site").DependsOn.ShouldBe(["docs", "quality-gate"]);

    [Theory]
    [InlineData("web")]
    [InlineData("web/")]
    public void A_project_narrows_groups(string project)
    {
        Node("lint", project).Covers.ShouldBe(["lint-web"]);
        Node("quality-gate", project).Covers.ShouldBe(["lint-web"]);
    }

    [Fact]
    public void A_project_can_be_named_by_its_folder() => Node("quality-gate", "services/api").Covers.Count.ShouldBe(4);

    [Fact]
    public void An_unknown_project_is_refused_with_the_known_ones() =>
        Should.Throw<ArgumentException>(() => TaskGraph.Make(Pipeline(), "x")).Message.ShouldBe("there is no project \"x\"; expected one of api, web, .");

    [Fact]
    public void Only_a_target_runs_its_whole_stage()
    {
        var tasks = TaskGraph.Make(Pipeline(), null);
        var asTarget = new Selection(Pipeline(), tasks, ["docs-spelling", "docs"], ["DOCS"]);
        var asNeed = new Selection(Pipeline(), tasks, ["docs-spelling", "docs", "mine", "docs-links"], ["docs-links"]);

        asTarget.Jobs.Select(j => j.Id).ShouldBe(["docs", "docs-links", "docs-spelling"]);
        asNeed.Jobs.Select(j => j.Id).ShouldBe(["docs", "docs-links", "docs-spelling"]);
        asNeed.Scope(tasks.Single(t => t.Name == "docs")).ShouldBe(["docs"]);
    }

    [Fact]
    public void The_last_of_our_tasks_speaks_the_verdict()
    {
        var selection = new Selection(Pipeline(), TaskGraph.Make(Pipeline(), null), ["foreign", "clean", "lint-web"], ["clean"]);

        selection.IsLast().ShouldBeFalse();
        selection.IsLast().ShouldBeTrue();
    }
}
