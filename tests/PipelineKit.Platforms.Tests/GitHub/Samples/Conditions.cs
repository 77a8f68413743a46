using PipelineKit.Core.Model;
using PipelineKit.Platforms.Tests.Shared;

namespace PipelineKit.Platforms.Tests.GitHub.Samples;

/// <summary>Every kind of condition.</summary>
internal static class Conditions
{
    private static Job When(string id, Condition when) => Sample.Job(id, "make", id) with { When = when };

    public static Pipeline Pipeline { get; } = Sample.Pipeline(
        When("paths", new() { Paths = ["src/**", "tests/**", "uv.lock"] }),
        When("odd-paths", new() { Paths = ["a [draft]/*.md", "it's/?.txt"], Events = PipelineEvents.PullRequest | PipelineEvents.Push }),
        When("only-pull-requests", new() { Events = PipelineEvents.PullRequest }),
        When("not-nightly", new() { Events = PipelineEvents.All & ~PipelineEvents.Schedule }),
        When("nightly-or-by-hand", new() { Events = PipelineEvents.Schedule | PipelineEvents.Manual }),
        When("default-branch", new() { Branches = ["main"] }),
        When("default-branch-pushes", new() { Events = PipelineEvents.Push, Branches = ["main"] }),
        When("release-branches", new() { Events = PipelineEvents.Push, Branches = ["release/**", "main"] }),
        When("one-level", new() { Events = PipelineEvents.Push | PipelineEvents.Tag, Branches = ["release/*"], Tags = ["v?.*"] }),
        When("release-tags", new() { Events = PipelineEvents.Tag, Tags = ["v*"] }),
        When("any-tag", new() { Events = PipelineEvents.Tag }),
        When("no-tags", new() { Events = PipelineEvents.All & ~PipelineEvents.Tag }),
        When("needs-secret", new()) with { Env = [new("TOKEN", new SecretValue("TOKEN", true)), new("OTHER", new SecretValue("OTHER", false))] },
        When("all-of-it", new() { Events = PipelineEvents.Push | PipelineEvents.PullRequest, Branches = ["main"], Paths = ["src/**"] }) with
        {
            Env = [new("TOKEN", new SecretValue("TOKEN", true))],
        },
        When("after-others", new()) with { Needs = [new Need("paths", []), new Need("no-tags", [])] },
        When("by-hand", new() { OnlyManual = true }) with { Gate = false, NeedsGate = true }) with
    {
        Triggers = new Triggers
        {
            DefaultBranch = "main",
            AlsoBranches = ["release/**", "we?rd+[x]"],
            Tags = ["v*", "nightly-*"],
            Schedule = "17 3 * * 1",
        },
    };
}
