using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.Tests.Shared;
using Shouldly;

namespace PipelineKit.Platforms.Tests.GitHub;

/// <summary>Compares what the written conditions mean, event by event, with what the model says.</summary>
public class ConditionTests
{
    private static readonly string[] Branches = ["main", "release/1", "release/1/a", "develop", "it's"];
    private static readonly string[] Tags = ["v1", "v1.2", "nightly-1", "v1/x"];
    private static readonly string[] BranchGlobs = ["main", "release/*", "release/**", "*", "**", "dev*", "?ain", "it's"];
    private static readonly string[] TagGlobs = ["v*", "v?", "nightly-*", "v**", "v1.2"];

    private static readonly (PipelineEvents Event, string Name)[] Events =
    [
        (PipelineEvents.PullRequest, "pull_request"), (PipelineEvents.MergeQueue, "merge_group"), (PipelineEvents.Schedule, "schedule"),
        (PipelineEvents.Manual, "workflow_dispatch"),
    ];

    [Fact]
    public void A_condition_means_on_GitHub_what_it_means_in_the_model()
    {
        var conditions =
            from bits in Gen.Choose(1, (int)PipelineEvents.All)
            from branches in Gen.SubListOf(BranchGlobs)
            from tags in Gen.SubListOf(TagGlobs)
            from withTags in Gen.Elements(true, false)
            select (When: new Condition { Events = (PipelineEvents)bits, Branches = [.. branches], Tags = [.. tags] }, WithTags: withTags);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(conditions.ToArbitrary(), sample => Holds(sample.When, sample.WithTags)));
    }

    private static bool Holds(Condition when, bool withTags)
    {
        var pipeline = Sample.Pipeline(Sample.Job("job", "make") with { When = when }) with
        {
            Triggers = new Triggers { DefaultBranch = "main", AlsoBranches = ["**"], Tags = withTags ? ["v**", "nightly-*"] : [], Schedule = "0 0 * * *" },
        };
        var jobs = (YamlMap)GitHubHarness.Emit(pipeline).Tree["jobs"];
        foreach (var (one, name) in Events)
        {
            Runs(jobs, name, "refs/heads/main").ShouldBe(when.Events.HasFlag(one), name);
        }

        foreach (var branch in Branches)
        {
            Runs(jobs, "push", "refs/heads/" + branch).ShouldBe(when.Events.HasFlag(PipelineEvents.Push) && Matches(when.Branches, branch), branch);
        }

        foreach (var tag in withTags ? Tags : [])
        {
            Runs(jobs, "push", "refs/tags/" + tag).ShouldBe(when.Events.HasFlag(PipelineEvents.Tag) && Matches(when.Tags, tag), tag);
            Runs(jobs, "workflow_dispatch", "refs/tags/" + tag).ShouldBe(when.Events.HasFlag(PipelineEvents.Manual), tag);
        }

        return true;
    }

    private static bool Runs(YamlMap jobs, string eventName, string reference)
    {
        var contexts = new Dictionary<string, object?>
        {
            ["github.event_name"] = eventName,
            ["github.ref"] = reference,
            ["github.ref_name"] = reference.Split('/', 3)[2],
            ["github.ref_type"] = reference.StartsWith("refs/tags/", StringComparison.Ordinal) ? "tag" : "branch",
            ["needs.changes.outputs.job"] = Asked(jobs, eventName, reference) ? "true" : "false",
        };
        return ((YamlMap)jobs["job"]).Find("if") is not YamlScalar condition || ExpressionEvaluator.IsTrue(condition.Value, contexts);
    }

    // What the step of the changes job says, read from its text: the regular expression over the ref.
    private static bool Asked(YamlMap jobs, string eventName, string reference)
    {
        if (jobs.Find("changes") is not YamlMap changes)
        {
            return false;
        }

        var run = ((YamlScalar)((YamlMap)((YamlList)changes["steps"]).Items[^1])["run"]).Value;
        var pattern = run[(run.IndexOf("if on_ref '", StringComparison.Ordinal) + 11)..run.IndexOf("'; then hit", StringComparison.Ordinal)].Replace("'\\''", "'", StringComparison.Ordinal);
        return eventName != "push" || Regex.IsMatch(reference, pattern, RegexOptions.CultureInvariant);
    }

    private static bool Matches(IReadOnlyList<string> globs, string name) => globs.Count == 0 || globs.Any(glob => Glob(glob, name));

    // Independent of the code under test: by recursion.
    private static bool Glob(string glob, string name)
    {
        if (glob.Length == 0)
        {
            return name.Length == 0;
        }

        if (glob.StartsWith("**", StringComparison.Ordinal))
        {
            return Enumerable.Range(0, name.Length + 1).Any(n => Glob(glob[2..], name[n..]));
        }

        if (glob[0] == '*')
        {
            return Enumerable.Range(0, name.Length + 1).TakeWhile(n => !name[..n].Contains('/', StringComparison.Ordinal)).Any(n => Glob(glob[1..], name[n..]));
        }

        return name.Length > 0 && (glob[0] == name[0] || (glob[0] == '?' && name[0] != '/')) && Glob(glob[1..], name[1..]);
    }
}
