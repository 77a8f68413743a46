using PipelineKit.Core.Model;
using PipelineKit.Execution.Planning;

namespace PipelineKit.Execution.Tests.LocalRuns.Planning;

public sealed class JobSelectionTests
{
    private static readonly Project Api = new("api", "services/api", "none");
    private static readonly Project Web = new("web", "web", "none");

    private static readonly Pipeline Pipeline = Make.Pipeline(
        Make.Idle("lint-api") with { Stage = "lint", Project = Api },
        Make.Idle("lint-web") with { Stage = "lint", Project = Web },
        Make.Idle("docs") with { Project = Api },
        Make.Idle("docs-links", "docs") with { Stage = "docs", Project = Api },
        Make.Idle("docs-spelling") with { Stage = "docs", Project = Api },
        Make.Idle("docs-site", "docs", "gone") with { Stage = "docs", Gate = false, Phase = Phase.Deploy, NeedsGate = true },
        Make.Idle("clean") with { Gate = false, When = new Condition { OnlyManual = true } });

    [Theory]
    [InlineData("", "lint-api lint-web docs docs-links docs-spelling")]
    [InlineData("quality-gate", "lint-api lint-web docs docs-links docs-spelling")]
    [InlineData("lint", "lint-api lint-web")]
    [InlineData("LINT-WEB", "lint-web")]
    [InlineData("docs", "docs docs-links docs-spelling")]
    [InlineData("docs-links", "docs docs-links")]
    [InlineData("docs-site", "lint-api lint-web docs docs-links docs-spelling docs-site")]
    [InlineData("clean", "clean")]
    [InlineData("clean lint-web", "lint-web clean")]
    public void Names_stand_for_jobs_stages_and_the_gate(string names, string expected) => Select(new() { Targets = Words(names) }).ShouldBe(Words(expected));

    [Theory]
    [InlineData("docs-links", "docs-links")]
    [InlineData("docs-site", "docs-site")]
    public void Exclusive_leaves_out_what_they_need(string names, string expected) =>
        Select(new() { Targets = Words(names), Exclusive = true }).ShouldBe(Words(expected));

    [Theory]
    [InlineData("web", "lint", "lint-web")]
    [InlineData("web/", "", "lint-web")]
    [InlineData("services/api", "", "lint-api docs docs-links docs-spelling")]
    [InlineData("web", "lint-api", "lint-api")]
    public void A_project_narrows_stages_and_the_gate(string project, string names, string expected) =>
        Select(new() { Targets = Words(names), Project = project }).ShouldBe(Words(expected));

    private static IEnumerable<string> Select(RunRequest request) => JobSelection.Of(Pipeline, request).Select(j => j.Id);

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
