using PipelineKit.Core.Model;
using PipelineKit.Platforms.GitLab;
using Shouldly;
using static PipelineKit.Platforms.Tests.GitLab.Build;

namespace PipelineKit.Platforms.Tests.GitLab;

public class SetupTests
{
    [Fact]
    public void ListsWhatTheFileCannotSay()
    {
        var publish = Job("publish", Phase.Publish) with
        {
            When = new Condition { Events = PipelineEvents.Tag, Tags = ["v*"] },
            Environment = new DeploymentEnvironment("pypi", Approval: true),
            Oidc = PyPi,
            Env = [new("SIGNING_KEY", new SecretValue("SIGNING_KEY", Required: true))],
        };
        var pipeline = Pipeline(
            Job("test") with { Runner = new Runner("linux", [], ["docker"]), Env = [new("TOKEN", new SecretValue("TOKEN", Required: false))] },
            publish,
            Job("site", Phase.Deploy) with { Pages = new Pages("docs", "html", "public") },
            Job("clean") with { PlatformOperation = "clear-caches", Gate = false }) with
        {
            Triggers = new Triggers { DefaultBranch = "main", Schedule = "17 3 * * 1", Tags = ["v*"] },
        };

        new GitLabSetup().Describe(pipeline).ShouldBe(
        [
            "Settings > Merge requests: switch \"Pipelines must succeed\" on; without it a merge does not wait for the quality gate.",
            "Build > Pipeline schedules: add a schedule \"17 3 * * 1\", time zone UTC, branch main.",
            "Settings > CI/CD > Runners: have a linux runner with the tags docker.",
            "Settings > CI/CD > Variables: add SIGNING_KEY, masked and protected, for publish; without it they are left out of the pipeline.",
            "Settings > CI/CD > Variables: add TOKEN, masked, for test; they run without it as well.",
            "Settings > Repository > Protected tags: protect v*, so that only maintainers can start publish.",
            "At PyPI add a trusted publisher for the repository and the environment.",
            "Settings > CI/CD > Protected environments (Premium): name who may start \"pypi\"; otherwise everyone who can push to the branch or tag can.",
            "Settings > General > Visibility: switch Pages on and choose who can see the site.",
            "Build > Pipelines: \"Clear runner caches\" is a button there, not a job.",
        ]);
    }

    [Fact]
    public void SaysNothingWhereNothingIsLeftToDo() =>
        new GitLabSetup().Describe(Pipeline(Job("x") with { Gate = false })).ShouldBeEmpty();
}
