using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using Shouldly;
using static PipelineKit.Platforms.Tests.GitLab.Build;

namespace PipelineKit.Platforms.Tests.GitLab;

/// <summary>Stages, needs and the gate.</summary>
public class GraphTests
{
    [Fact]
    public void PipelineWithoutGateJobsHasNoGate()
    {
        var emitted = Emitted.From(Job("publish", Phase.Publish) with { NeedsGate = true });

        emitted.Tree.Find("quality-gate").ShouldBeNull();
        Texts(emitted.Tree["stages"]).ShouldBe(["publish"]);
        emitted.Job("publish").Find("needs").ShouldBeNull("nothing stands before it");
    }

    [Fact]
    public void NeedOfALaterPhaseMovesTheJobThere()
    {
        var emitted = Emitted.From(Job("build", Phase.Build), Job("scan") with { Needs = [new Need("build", [])] });

        emitted.Value("scan", "stage").ShouldBe("check", "what stands before the gate is one stage");
        Texts(emitted.Tree["stages"]).ShouldBe(["check", "gate"]);
    }

    [Fact]
    public void PublishingNeedsTheGateAndNotEveryGateJob()
    {
        var gateJobs = Enumerable.Range(1, 120).Select(i => Job($"check-{i}"));
        var emitted = Emitted.From([.. gateJobs, Job("publish", Phase.Publish) with { NeedsGate = true }]);

        Texts(emitted.Job("publish")["needs"]).ShouldBe(["quality-gate"]);
        emitted.Codes.ShouldNotContain("PK3203");
    }

    [Fact]
    public void TooManyNeedsOfOnePhaseAreAnError()
    {
        var gateJobs = Enumerable.Range(1, 51).Select(i => Job($"deploy-{i}", Phase.Deploy) with { Gate = true });
        var emitted = Emitted.From([.. gateJobs, Job("publish", Phase.Publish) with { NeedsGate = true }]);

        emitted.Codes.ShouldContain("PK3002");
    }

    [Fact]
    public void FallingBackToStagesKeepsTheArtifactsThatWereAskedFor()
    {
        var wide = Enumerable.Range(1, 51).Select(i => Job($"check-{i}")).ToList();
        var emitted = Emitted.From([.. wide, Job("all", Phase.Build) with { Needs = [.. wide.Select((j, at) => new Need(j.Id, at == 0 ? ["a"] : []))] }]);

        emitted.Job("all").Find("needs").ShouldBeNull();
        Texts(emitted.Job("all")["dependencies"]).ShouldBe(["check-1"]);
        emitted.Codes.ShouldContain("PK3203");
    }

    [Fact]
    public void AJobBeforeTheGateThatDoesNotCountIsNotWaitedFor()
    {
        var emitted = Emitted.From(Job("lint"), Job("stray") with { Gate = false });

        ((YamlList)emitted.Job("quality-gate")["needs"]).Items.Cast<YamlMap>().Select(n => ((YamlScalar)n["job"]).Value).ShouldBe(["lint"]);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void AJobThatCannotHoldThePipelineLeavesTheGateWithoutNeeds(bool manual, bool allowed)
    {
        var stray = Job("stray") with { Gate = false, AllowFailure = allowed, When = new Condition { OnlyManual = manual } };

        Emitted.From(Job("lint"), stray).Job("quality-gate").Find("needs").ShouldBeNull();
    }

    [Fact]
    public void ReportsOfAJobThatIsOnlyWaitedForAreNotDownloaded()
    {
        var test = Job("test", Phase.Test) with { Reports = [new(ReportKind.Junit, "reports/test/j.xml")], Artifacts = [new Artifact("a", ["a/"])] };
        var emitted = Emitted.From(
            test,
            Job("after", Phase.Build) with { Needs = [new Need("test", [])] },
            Job("takes", Phase.Build) with { Needs = [new Need("test", ["a"])] });

        ((YamlList)emitted.Job("after")["needs"]).Items[0].ShouldBeOfType<YamlMap>().Find("artifacts").ShouldNotBeNull();
        Texts(emitted.Job("takes")["needs"]).ShouldBe(["test"]);
    }

    [Fact]
    public void ReleasesHaveNoCacheAndAreNeverInterrupted()
    {
        var publish = Job("publish", Phase.Publish) with
        {
            Install = new Install { Id = "i", Directory = ".", Run = [["i"]], Cache = new Cache("uv", "UV_CACHE_DIR", ["uv.lock"], []) },
        };
        var emitted = Emitted.From(publish);

        emitted.Job("publish").Find("cache").ShouldBeNull();
        emitted.Job("publish").Find("variables").ShouldBeNull();
        emitted.Value("publish", "interruptible").ShouldBe("false");
    }

    private static List<string> Texts(YamlNode list) => [.. ((YamlList)list).Items.Cast<YamlScalar>().Select(s => s.Value)];
}
