using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using Shouldly;
using static PipelineKit.Platforms.Tests.GitLab.Build;

namespace PipelineKit.Platforms.Tests.GitLab;

/// <summary>With the branches of a Git flow every commit gets one pipeline, whatever it is pushed to and whether a merge request is open.</summary>
public class FlowTests
{
    private static readonly Triggers Gitflow = new() { DefaultBranch = "main", AlsoBranches = ["develop", "hotfix/**", "release/**"], Tags = ["v*"] };

    [Theory]
    [InlineData("main", false, true)]
    [InlineData("main", true, true)] // A merge request from the default branch is rare, and a push to it must never go unchecked.
    [InlineData("develop", false, true)]
    [InlineData("develop", true, false)]
    [InlineData("release/1.2", false, true)]
    [InlineData("release/1.2", true, false)]
    [InlineData("release/1.2/fix", false, true)]
    [InlineData("hotfix/login", false, true)]
    [InlineData("hotfix/login", true, false)]
    [InlineData("feature/login", false, false)]
    [InlineData("feature/login", true, false)]
    public void A_push_starts_a_pipeline_where_no_merge_request_does(string branch, bool open, bool expected)
    {
        var push = new Dictionary<string, string> { ["CI_PIPELINE_SOURCE"] = "push", ["CI_COMMIT_BRANCH"] = branch };
        if (open)
        {
            push["CI_OPEN_MERGE_REQUESTS"] = "group/project!1";
        }

        Starts(push).ShouldBe(expected);
    }

    [Theory]
    [InlineData("merge_request_event", "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", "feature/login", true)]
    [InlineData("push", "CI_COMMIT_TAG", "v1.2.0", true)]
    [InlineData("push", "CI_COMMIT_TAG", "nightly", false)]
    [InlineData("schedule", "CI_COMMIT_BRANCH", "develop", true)]
    [InlineData("web", "CI_COMMIT_BRANCH", "feature/login", true)]
    [InlineData("api", "CI_COMMIT_BRANCH", "feature/login", false)]
    public void Other_events_start_one(string source, string name, string value, bool expected) =>
        Starts(new Dictionary<string, string> { ["CI_PIPELINE_SOURCE"] = source, [name] = value }).ShouldBe(expected);

    [Theory]
    [InlineData("push", "CI_COMMIT_BRANCH", "main", "never")]
    [InlineData("push", "CI_COMMIT_BRANCH", "develop", "never")]
    [InlineData("merge_request_event", "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", "release/1.2", "never")]
    [InlineData("schedule", "CI_COMMIT_BRANCH", "main", "never")]
    [InlineData("web", "CI_COMMIT_BRANCH", "main", "never")]
    [InlineData("push", "CI_COMMIT_TAG", "v1.2.0", "manual")]
    public void Only_a_tag_publishes(string source, string name, string value, string expected)
    {
        var publish = Job("publish", Phase.Publish) with
        {
            When = new Condition { Events = PipelineEvents.Tag, Tags = ["v*"] },
            Environment = new DeploymentEnvironment("pypi", Approval: true),
        };
        var job = Emitted.From(Pipeline(publish) with { Triggers = Gitflow }).Job("publish");

        RuleReader.Decide(job["rules"], new Dictionary<string, string> { ["CI_PIPELINE_SOURCE"] = source, [name] = value }).ShouldBe(expected);
    }

    private static bool Starts(Dictionary<string, string> variables) =>
        RuleReader.Decide(((YamlMap)Emitted.From(Pipeline(Job("x")) with { Triggers = Gitflow }).Tree["workflow"])["rules"], variables) != "never";
}
