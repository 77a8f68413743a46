using FsCheck.Fluent;
using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using Shouldly;
using static PipelineKit.Platforms.Tests.GitLab.Build;

namespace PipelineKit.Platforms.Tests.GitLab;

/// <summary>For every condition and everything that can start a pipeline, the rules decide what the model says.</summary>
public class RuleTests
{
    private static readonly Triggers Triggers = new() { DefaultBranch = "main", AlsoBranches = ["develop", "release/*"], Tags = ["v*", "x-?"] };

    // What happened, on which branch or tag, and whether a merge request of that branch is open.
    private static readonly (PipelineEvents Event, string Ref, bool Open)[] Starts =
    [
        (PipelineEvents.PullRequest, "topic", true),
        (PipelineEvents.MergeQueue, "topic", true),
        (PipelineEvents.Push, "main", false),
        (PipelineEvents.Push, "main", true),
        (PipelineEvents.Push, "develop", false),
        (PipelineEvents.Push, "develop", true),
        (PipelineEvents.Push, "release/1", false),
        (PipelineEvents.Push, "release/1/2", false),
        (PipelineEvents.Push, "topic", false),
        (PipelineEvents.Push, "topic", true),
        (PipelineEvents.Tag, "v1.2", false),
        (PipelineEvents.Tag, "x-1", false),
        (PipelineEvents.Tag, "other", false),
        (PipelineEvents.Schedule, "main", false),
        (PipelineEvents.Schedule, "topic", false),
        (PipelineEvents.Manual, "main", true),
        (PipelineEvents.Manual, "topic", true),
    ];

    [Fact]
    public void ThePipelineStartsOncePerCommit()
    {
        var rules = ((YamlMap)Emitted.From(Pipeline(Job("x")) with { Triggers = Triggers }).Tree["workflow"])["rules"];
        foreach (var start in Starts)
        {
            var expected = start.Event switch
            {
                PipelineEvents.Push => start.Ref == "main" || (start.Ref is "develop" or "release/1" && !start.Open),
                PipelineEvents.Tag => start.Ref is "v1.2" or "x-1",
                _ => true,
            };
            (RuleReader.Decide(rules, Variables(start)) != "never").ShouldBe(expected, start.ToString());
        }
    }

    [Fact]
    public void AJobRunsExactlyWhenItsConditionHolds()
    {
        var events = Gen.Choose(1, (int)PipelineEvents.All).Select(bits => (PipelineEvents)bits);
        var branches = Gen.Elements<string[]>([], ["main"], ["main", "develop"], ["main", "develop", "release/*"], ["release/?"], ["**"]);
        var tags = Gen.Elements<string[]>([], ["v*"], ["v*", "x-?"], ["x-1"]);
        var conditions = from e in events
                         from b in branches
                         from t in tags
                         from p in Gen.Elements<string[]>([], ["src/**"])
                         from manual in Gen.Elements(false, false, true)
                         select new Condition { Events = e, Branches = b, Tags = t, Paths = p, OnlyManual = manual };
        foreach (var when in Gen.Sample(conditions, 400))
        {
            var job = Emitted.From(Pipeline(Job("x") with { When = when }) with { Triggers = Triggers }).Job("x");
            foreach (var start in Starts.Where(s => s.Event != PipelineEvents.Tag || s.Ref != "other"))
            {
                Check(job, when, start, changed: true);
                Check(job, when, start, changed: false);
            }
        }
    }

    [Theory]
    [InlineData("s3cret", "on_success")]
    [InlineData("", "never")]
    public void ARequiredSecretGuardsTheJob(string value, string expected)
    {
        var job = Emitted.From(Job("x") with { Env = [new("KEY", new SecretValue("KEY", Required: true))] }).Job("x");

        RuleReader.Decide(job["rules"], new Dictionary<string, string>(Variables(Starts[0])) { ["KEY"] = value }).ShouldBe(expected);
    }

    [Theory]
    [InlineData(true)] // without the files of the other it cannot run
    [InlineData(false)] // it only waits, and runs where there is nothing to wait for
    public void AJobIsAbsentWhereTheJobIsWhoseArtifactsItTakes(bool takesArtifacts)
    {
        var needed = Job("needed") with
        {
            When = new Condition { Events = PipelineEvents.Push, Branches = ["main"], Paths = ["src/**"] },
            Artifacts = [new Artifact("files", ["out/"])],
        };
        var need = new Need("needed", takesArtifacts ? ["files"] : []);
        var job = Emitted.From(Pipeline(needed, Job("x", Phase.Test) with { Needs = [need] }) with { Triggers = Triggers }).Job("x");

        foreach (var start in Starts)
        {
            Check(job, takesArtifacts ? needed.When : Condition.Always, start, changed: true);
            Check(job, takesArtifacts ? needed.When : Condition.Always, start, changed: false);
        }
    }

    private static void Check(YamlMap job, Condition when, (PipelineEvents Event, string Ref, bool Open) start, bool changed)
    {
        // There is nothing to compare with where nothing was pushed: `changes` is then true.
        var compared = start.Event is PipelineEvents.Push or PipelineEvents.PullRequest or PipelineEvents.MergeQueue;
        var holds = when.Events.HasFlag(start.Event)
            && (start.Event != PipelineEvents.Push || when.Branches.Count == 0 || when.Branches.Any(g => Matches(g, start.Ref)))
            && (start.Event != PipelineEvents.Tag || when.Tags.Count == 0 || when.Tags.Any(g => Matches(g, start.Ref)))
            && (when.Paths.Count == 0 || changed || !compared);

        // What the workflow keeps out no job has to keep out again.
        if (start.Event == PipelineEvents.Push && (start.Ref is "topic" or "release/1/2" || (start.Open && start.Ref != "main")))
        {
            return;
        }

        var decision = job.Find("rules") is { } rules
            ? RuleReader.Decide(rules, Variables(start), changed || !compared)
            : (job.Find("when") as YamlScalar)?.Value ?? "on_success";
        decision.ShouldBe(holds ? when.OnlyManual ? "manual" : "on_success" : "never", $"{when} at {start}, changed {changed}:\n{YamlWriter.Write(job)}");
    }

    private static bool Matches(string glob, string name) => glob switch
    {
        "**" => true,
        "release/*" or "release/?" => name == "release/1",
        "v*" => name.StartsWith('v'),
        "x-?" => name.StartsWith("x-", StringComparison.Ordinal) && name.Length == 3,
        _ => glob == name,
    };

    private static Dictionary<string, string> Variables((PipelineEvents Event, string Ref, bool Open) start)
    {
        var request = start.Event is PipelineEvents.PullRequest or PipelineEvents.MergeQueue;
        var variables = new Dictionary<string, string>
        {
            ["CI_PIPELINE_SOURCE"] = request ? "merge_request_event" : start.Event switch
            {
                PipelineEvents.Schedule => "schedule",
                PipelineEvents.Manual => "web",
                _ => "push",
            },
        };
        variables[request ? "CI_MERGE_REQUEST_EVENT_TYPE" : start.Event == PipelineEvents.Tag ? "CI_COMMIT_TAG" : "CI_COMMIT_BRANCH"] =
            start.Event == PipelineEvents.MergeQueue ? "merge_train" : request ? "detached" : start.Ref;
        if (start.Open)
        {
            variables["CI_OPEN_MERGE_REQUESTS"] = "group/project!1";
        }

        return variables;
    }
}
