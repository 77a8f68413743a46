using PipelineKit.Core.Model;
using PipelineKit.Platforms.GitHub;
using PipelineKit.Platforms.GitLab;
using Shouldly;
using static PipelineKit.Platforms.Tests.GitLab.Build;

namespace PipelineKit.Platforms.Tests.Shared;

/// <summary>What a person has to do on each platform besides committing the files.</summary>
public class PlatformSetupTests
{
    [Fact]
    public void GitLabListsWhatTheFileCannotSay() => new GitLabSetup().Describe(Everything()).ShouldBe(
    [
        "Settings > Repository > Protected branches: protect main, so that changes come by merge requests only.",
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

    [Fact]
    public void GitHubListsWhatTheFileCannotSay() => new GitHubSetupList().Describe(Everything()).ShouldBe(
    [
        "Settings > Rules > Rulesets: require the status check \"quality-gate\" for main; without it a merge does not wait for the quality gate. A merge queue is switched on there too; the workflow answers it.",
        "Settings > Rules > Rulesets: protect the tags v*, so that only maintainers can start publish.",
        "Settings > Secrets and variables > Actions: add the secret SIGNING_KEY, needed, for publish.",
        "Settings > Secrets and variables > Actions: add the secret TOKEN, optional, for test.",
        "Settings > Environments: create \"pypi\" with required reviewers, and allow deployments from v* only; without reviewers nobody is asked.",
        "At PyPI add a trusted publisher for the repository and the environment.",
        "Settings > Pages: choose \"GitHub Actions\" as the source.",
        "Settings > Advanced Security: a private repository needs the paid code scanning to be switched on.",
    ]);

    [Fact]
    public void NothingIsSaidWhereNothingIsLeftToDo()
    {
        var pipeline = Pipeline(Job("x") with { Gate = false });

        new GitLabSetup().Describe(pipeline).ShouldBeEmpty();
        new GitHubSetupList().Describe(pipeline).ShouldBeEmpty();
    }

    [Fact]
    public void ARegistryWithoutTokensAsksForItsSecretOnEachPlatform()
    {
        var pipeline = Pipeline(Job("publish", Phase.Publish) with { Oidc = PyPi with { Platforms = [], SecretVariable = "PYPI_TOKEN", Setup = new Dictionary<string, string>() } });

        new GitLabSetup().Describe(pipeline).ShouldHaveSingleItem().ShouldContain("PYPI_TOKEN");
        new GitHubSetupList().Describe(pipeline).ShouldHaveSingleItem().ShouldContain("PYPI_TOKEN");
    }

    [Theory]
    [InlineData(PipelineEvents.Tag | PipelineEvents.Push, "main", "main, v*")]
    [InlineData(PipelineEvents.Tag | PipelineEvents.Push, "", "")]
    [InlineData(PipelineEvents.Tag | PipelineEvents.Manual, "", "")]
    public void AnEnvironmentIsRestrictedToWhereItsJobsDeployFrom(PipelineEvents events, string branch, string sources)
    {
        var deploy = Job("deploy", Phase.Deploy) with
        {
            When = new Condition { Events = events, Tags = ["v*"], Branches = branch.Length == 0 ? [] : [branch] },
            Environment = new DeploymentEnvironment("live", Approval: true),
        };

        var line = new GitHubSetupList().Describe(Pipeline(deploy)).Single(l => l.Contains("\"live\"", StringComparison.Ordinal));

        line.ShouldBe($"Settings > Environments: create \"live\" with required reviewers{(sources.Length == 0 ? "" : $", and allow deployments from {sources} only")}; without reviewers nobody is asked.");
    }

    [Fact]
    public void ARunnerIsNamedWithAllItsLabels()
    {
        var pipeline = Pipeline(Job("x") with { Gate = false, Runner = new Runner("windows", ["self-hosted", "windows", "x64"], []) });

        new GitHubSetupList().Describe(pipeline).ShouldBe(["Settings > Actions > Runners: have a runner with the labels self-hosted, windows, x64."]);
    }

    private static Pipeline Everything()
    {
        var publish = Job("publish", Phase.Publish) with
        {
            When = new Condition { Events = PipelineEvents.Tag, Tags = ["v*"] },
            Environment = new DeploymentEnvironment("pypi", Approval: true),
            Oidc = PyPi,
            Env = [new("SIGNING_KEY", new SecretValue("SIGNING_KEY", Required: true))],
        };
        var test = Job("test") with
        {
            Runner = new Runner("linux", [], ["docker"]),
            Env = [new("TOKEN", new SecretValue("TOKEN", Required: false))],
            IsSecurity = true,
            Reports = [new Report(ReportKind.Sarif, "a.sarif")],
        };
        var site = Job("site", Phase.Deploy) with { Pages = new Pages("docs", "html", "public") };
        return Pipeline(test, publish, site, Job("clean") with { PlatformOperation = "clear-caches", Gate = false }) with
        {
            Triggers = new Triggers { DefaultBranch = "main", Schedule = "17 3 * * 1", Tags = ["v*"] },
            Settings = new Settings { CodeScanning = CodeScanning.On },
        };
    }
}
