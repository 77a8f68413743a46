using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.Tests.GitHub;
using PipelineKit.Platforms.Tests.GitLab;
using Shouldly;

namespace PipelineKit.Platforms.Tests.Shared;

/// <summary>
/// In every committed output only jobs that publish, deploy, push an image, clear caches or send results to code scanning hold a right to write
/// or an identity, and none of them can run for a pull request. Code scanning is the one exception: it runs no command of the repository.
/// </summary>
public partial class WriteAccessTests
{
    /// <summary>Scopes that a job may write to, each with what the one step that uses it does.</summary>
    private static readonly HashSet<string> Writable = new(StringComparer.Ordinal) { "actions", "id-token", "packages", "pages", "security-events" };

    private static readonly string Root = RootOf();

    public static TheoryData<string> Workflows => new(Outputs(Path.Combine(".github", "workflows"), "*.yml"));

    public static TheoryData<string> Pipelines => new(Outputs("", ".gitlab-ci.yml"));

    [Theory]
    [MemberData(nameof(Workflows))]
    public void No_job_of_a_pull_request_can_write_on_GitHub(string file)
    {
        var workflow = Load(file);
        workflow.Find("permissions").ShouldBeOfType<YamlMap>().Count.ShouldBe(0, "the workflow as a whole has no right");
        foreach (var (id, job) in Jobs((YamlMap)workflow["jobs"]))
        {
            var rights = job.Find("permissions").ShouldBeOfType<YamlMap>($"{id} says what it may do");
            var written = rights.Keys.Where(scope => ((YamlScalar)rights[scope]).Value == "write").ToList();
            written.ShouldAllBe(scope => Writable.Contains(scope));
            if (written.Count > 0 && id != "code-scanning")
            {
                written.ShouldNotContain("security-events");
                RunsOn("pull_request", job).ShouldBeFalse($"{id} can write to {string.Join(", ", written)}");
                RunsOn("merge_group", job).ShouldBeFalse($"{id} can write to {string.Join(", ", written)}");
                Uses(job).ShouldNotContain(step => step.Contains("actions/cache", StringComparison.Ordinal), "a cache could have been filled by another branch");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Pipelines))]
    public void No_job_of_a_merge_request_has_an_identity_or_deploys_on_GitLab(string file)
    {
        foreach (var (id, job) in Jobs(Load(file)).Where(job => job.Value.Find("id_tokens") is not null || job.Value.Find("pages") is not null || job.Value.Find("environment") is not null))
        {
            foreach (var kind in new[] { "detached", "merge_train" })
            {
                var request = new Dictionary<string, string> { ["CI_PIPELINE_SOURCE"] = "merge_request_event", ["CI_MERGE_REQUEST_EVENT_TYPE"] = kind, ["CI_OPEN_MERGE_REQUESTS"] = "group/project!1" };
                RuleReader.Decide(job.Find("rules"), request).ShouldBe("never", id);
            }

            job.Find("cache").ShouldBeNull($"{id}: a cache could have been filled by another branch");
            ((YamlScalar)job["interruptible"]).Value.ShouldBe("false", id);
        }
    }

    [Fact]
    public void There_are_jobs_of_every_such_kind()
    {
        var workflows = Outputs(Path.Combine(".github", "workflows"), "*.yml").SelectMany(file => Jobs((YamlMap)Load(file)["jobs"]))
            .SelectMany(job => ((YamlMap)job.Value["permissions"]).Where(right => ((YamlScalar)right.Value).Value == "write").Select(right => right.Key)).ToHashSet(StringComparer.Ordinal);
        workflows.Order(StringComparer.Ordinal).ShouldBe(Writable.Order(StringComparer.Ordinal));
        Outputs("", ".gitlab-ci.yml").SelectMany(file => Jobs(Load(file))).Count(job => job.Value.Find("id_tokens") is not null).ShouldBeGreaterThan(3);
    }

    private static bool RunsOn(string eventName, YamlMap job)
    {
        if (job.Find("if") is not YamlScalar condition)
        {
            return true;
        }

        var contexts = new Dictionary<string, object?>
        {
            ["github.event_name"] = eventName,
            ["github.ref"] = "refs/pull/1/merge",
            ["github.ref_name"] = "1/merge",
            ["github.ref_type"] = "branch",
        };
        foreach (Match needed in Needed().Matches(condition.Value))
        {
            contexts[needed.Value] = needed.Groups[1].Value == "result" ? "success" : "true";
        }

        return ExpressionEvaluator.IsTrue(condition.Value, contexts);
    }

    private static IEnumerable<string> Uses(YamlMap job) =>
        ((YamlList)job["steps"]).Items.Cast<YamlMap>().Select(step => step.Find("uses")).OfType<YamlScalar>().Select(uses => uses.Value);

    private static IEnumerable<KeyValuePair<string, YamlMap>> Jobs(YamlMap map) =>
        map.Where(entry => entry.Value is YamlMap).Select(entry => KeyValuePair.Create(entry.Key, (YamlMap)entry.Value)).Where(job => job.Key is not ("workflow" or "default"));

    private static YamlMap Load(string file)
    {
        var diagnostics = new DiagnosticBag();
        var read = YamlReader.Read(File.ReadAllText(Path.Combine(Root, file)), file, diagnostics);
        diagnostics.Sorted().ShouldBeEmpty();
        return (YamlMap)Tree(read!);
    }

    private static YamlNode Tree(SourceNode node)
    {
        switch (node)
        {
            case SourceMap source:
                var map = new YamlMap();
                foreach (var entry in source.Entries)
                {
                    map[entry.Key.Value] = Tree(entry.Value);
                }

                return map;
            case SourceList list:
                return new YamlList(list.Items.Select(Tree));
            default:
                return new YamlScalar(((SourceScalar)node).Value);
        }
    }

    // Examples hold their outputs, cases hold them under expected/.
    private static List<string> Outputs(string folder, string name) =>
    [
        .. Directory.GetDirectories(Path.Combine(Root, "examples"))
            .Concat(Directory.GetDirectories(Path.Combine(Root, "tests", "cases", "ok")).Select(c => Path.Combine(c, "expected")))
            .Select(root => Path.Combine(root, folder)).Where(Directory.Exists)
            .SelectMany(f => Directory.GetFiles(f, name))
            .Select(f => Path.GetRelativePath(Root, f)).Order(StringComparer.Ordinal),
    ];

    private static string RootOf([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));

    [GeneratedRegex(@"needs\.[\w-]+\.(result|outputs)(?:\.[\w-]+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Needed();
}
