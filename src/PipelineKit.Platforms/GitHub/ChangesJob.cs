using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.GitHub.Conditions;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitHub;

/// <summary>
/// The job that evaluates what <c>if</c> cannot: which paths changed, and globs over refs. Trigger filters (<c>on.push.paths</c>) would leave
/// required checks waiting for ever, so the workflow always starts and jobs are skipped instead.
/// </summary>
internal sealed class ChangesJob(GitHubContext context, EventCondition events, JobCondition conditions)
{
    public const string Id = "changes";

    public YamlMap? Build()
    {
        var asking = context.Pipeline.Jobs.Where(conditions.NeedsChanges).ToList();
        if (asking.Count == 0)
        {
            return null;
        }

        var outputs = new YamlMap();
        foreach (var job in asking)
        {
            outputs[job.Id] = $"${{{{ steps.paths.outputs.{job.Id} }}}}";
        }

        var readsHistory = asking.Any(j => j.When.Paths.Count > 0);
        return new YamlMap
        {
            ["name"] = "Which paths changed",
            ["runs-on"] = context.HelperRunsOn(),
            ["timeout-minutes"] = 5,
            ["permissions"] = readsHistory ? new YamlMap { ["contents"] = new YamlScalar("read").WithComment("read the history") } : new YamlMap(),
            ["outputs"] = outputs,
            ["steps"] = new YamlList(readsHistory ? [Checkout(), Compare(asking)] : [Compare(asking)]),
        };
    }

    // Commits and folders are enough to compare; contents of files are fetched only for what is checked out.
    private YamlMap Checkout() => new()
    {
        ["uses"] = context.Uses("actions/checkout"),
        ["with"] = new YamlMap { ["fetch-depth"] = 0, ["filter"] = "blob:none", ["persist-credentials"] = false },
    };

    private YamlMap Compare(IReadOnlyList<Job> asking)
    {
        var step = new YamlMap { ["id"] = "paths", ["name"] = "Compare with the base" };
        if (context.Dialect.JobsAreContainers && asking.Any(j => j.When.Paths.Count > 0))
        {
            step["env"] = new YamlMap { ["BASE_COMMIT"] = "${{ github.event.pull_request.base.sha || github.event.before }}" };
        }

        step["run"] = string.Join('\n', Script(asking)) + "\n";
        return step;
    }

    private IEnumerable<string> Script(IReadOnlyList<Job> asking)
    {
        if (asking.Any(j => j.When.Paths.Count > 0))
        {
            yield return context.Dialect.JobsAreContainers ? "base=$BASE_COMMIT" : """
                base=$(jq -r '.pull_request.base.sha // .merge_group.base_sha // .before // ""' "$GITHUB_EVENT_PATH")
                """;
            yield return """
                # True for tags, and where there is no base to compare with; else when one of the paths differs.
                changed() {
                  [ "$GITHUB_REF_TYPE" = tag ] || ! git cat-file -e "$base^{commit}" 2> /dev/null ||
                    ! git diff --quiet --no-renames "$base...HEAD" -- "$@"
                }
                """;
        }

        if (asking.Any(j => events.NeedsRegex(j.When)))
        {
            yield return """
                # True for events other than a push; else when the branch or tag matches.
                on_ref() { [ "$GITHUB_EVENT_NAME" != push ] || [[ $GITHUB_REF =~ $1 ]]; }
                """;
        }

        foreach (var job in asking)
        {
            yield return $"if {string.Join(" && ", Tests(job))}; then hit=true; else hit=false; fi";
            yield return $"echo \"{job.Id}=$hit\" | tee -a \"$GITHUB_OUTPUT\"";
        }
    }

    private IEnumerable<string> Tests(Job job)
    {
        if (events.NeedsRegex(job.When))
        {
            yield return "on_ref " + ShellWords.Quote(RefFilter.ToRegex(job.When));
        }

        if (job.When.Paths.Count > 0)
        {
            yield return "changed " + string.Join(' ', job.When.Paths.Select(path => ShellWords.Quote(PathSpec(path))));
        }
    }

    // gitglossary(7), pathspec: with the magic "glob" a * stops at a slash and ** does not; [ and \ would be special.
    private static string PathSpec(string glob) =>
        ":(glob)" + glob.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal);
}
