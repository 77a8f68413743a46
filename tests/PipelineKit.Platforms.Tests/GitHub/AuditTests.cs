using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.GitHub;
using PipelineKit.Platforms.Tests.Shared;
using Shouldly;

namespace PipelineKit.Platforms.Tests.GitHub;

public class AuditTests
{
    private const string Commit = "3d3c42e5aac5ba805825da76410c181273ba90b1";

    public static IEnumerable<TheoryDataRow<string, Action<YamlMap>>> Faults =>
    [
        new("the trigger pull_request_target runs with secrets on code that nobody has reviewed", t => ((YamlMap)t["on"])["pull_request_target"] = YamlScalar.Null()),
        new("the trigger workflow_run runs with secrets on code that nobody has reviewed", t => t["on"] = "workflow_run"),
        new("the workflow's own permissions must be {}", t => t["permissions"] = "read-all"),
        new("the workflow's own permissions must be {}", t => t.Remove("permissions")),
        new("job job: the permissions must be listed one by one", t => Job(t)["permissions"] = "write-all"),
        new("job job: there is no timeout-minutes", t => Job(t).Remove("timeout-minutes")),
        new("job job: secrets must be named, not inherited", t => Job(t)["secrets"] = "inherit"),
        new("job job: a/b/.github/workflows/x.yml@v1 must be held at a commit", t => Job(t)["uses"] = "a/b/.github/workflows/x.yml@v1"),
        new("job job: is not a mapping", t => ((YamlMap)t["jobs"])["job"] = "x"),
        new("job job: matrix.os stands in it, and its strategy has no such axis: it would be empty", t => Job(t)["name"] = "job on ${{ matrix.os }}"),
        new("job job: a/b@v1 must be held at a commit", t => Steps(t).Add(new YamlMap { ["uses"] = "a/b@v1" })),
        new("job job: docker://alpine:3 must be held at a commit", t => Steps(t).Add(new YamlMap { ["uses"] = "docker://alpine:3" })),
        new("job job: the command `echo ${{ github.actor }}` holds an expression; hand the value over in env", t => Steps(t).Add(new YamlMap { ["run"] = "echo ${{ github.actor }}\nb" })),
        new("job job: the checkout leaves its token in the working tree (persist-credentials: false is missing)", t => Steps(t).Add(new YamlMap { ["uses"] = $"actions/checkout@{Commit}" })),
    ];

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_found(string expected, Action<YamlMap> patch)
    {
        var tree = GitHubHarness.Emit(Sample.Pipeline(Sample.Job("job", "make"))).Tree;
        patch(tree);
        new GitHubEmitter().Audit(tree).ShouldBe([expected]);
    }

    [Fact]
    public void Safe_additions_pass()
    {
        var tree = GitHubHarness.Emit(Sample.Pipeline(Sample.Job("job", "make"))).Tree;
        Steps(tree).Add(new YamlMap { ["uses"] = "./action" });
        Steps(tree).Add(new YamlMap { ["uses"] = $"a/b/c@{Commit}" });
        Steps(tree).Add(new YamlMap { ["uses"] = "docker://alpine@sha256:" + new string('a', 64) });
        new GitHubEmitter().Audit(tree).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("name", false)]
    [InlineData("on/push", false)]
    [InlineData("defaults/run/shell", true)]
    [InlineData("env/A", true)]
    [InlineData("jobs", true)]
    [InlineData("jobs/lint", true)]
    [InlineData("jobs/lint/runs-on", false)]
    [InlineData("jobs/lint/permissions/contents", false)]
    [InlineData("jobs/lint/timeout-minutes", true)]
    [InlineData("jobs/lint/env/A", true)]
    [InlineData("jobs/lint/strategy/matrix/python", true)]
    [InlineData("jobs/lint/steps/0", true)]
    [InlineData("jobs/lint/steps/0/run", true)]
    [InlineData("jobs/lint/steps/0/if", true)]
    [InlineData("jobs/lint/steps/0/with/version", false)]
    [InlineData("jobs/lint/steps/[name=x]/name", false)]
    [InlineData("jobs/quality-gate/timeout-minutes", false)]
    [InlineData("jobs/code-scanning/steps/0/run", false)]
    public void Parity_covers_what_runs(string pointer, bool covered) => new GitHubEmitter().CoversParity(pointer.Split('/')).ShouldBe(covered);

    private static YamlMap Job(YamlMap tree) => (YamlMap)((YamlMap)tree["jobs"])["job"];

    private static IList<YamlNode> Steps(YamlMap tree) => ((YamlList)Job(tree)["steps"]).Items;
}
