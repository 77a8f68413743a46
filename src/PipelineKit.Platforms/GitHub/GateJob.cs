using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.GitHub.Conditions;

namespace PipelineKit.Platforms.GitHub;

/// <summary>
/// The one check to require in a ruleset. It always reports: a skipped required check counts as passed, hence <c>always()</c> and not
/// <c>!cancelled()</c>.
/// </summary>
internal sealed class GateJob(GitHubContext context, JobCondition conditions)
{
    public const string Id = "quality-gate";

    /// <summary>False when no job decides anything.</summary>
    public static bool Exists(Pipeline pipeline) => Deciding(pipeline).Any();

    public YamlMap? Build() => !Exists(context.Pipeline)
        ? null
        : new YamlMap
        {
            ["name"] = Id,
            ["needs"] = YamlList.Inline(Needed()),
            ["if"] = new YamlScalar("${{ always() }}").WithComment("a skipped check would count as passed"),
            ["runs-on"] = context.HelperRunsOn(),
            ["timeout-minutes"] = 5,
            ["permissions"] = new YamlMap(),
            ["steps"] = new YamlList(Decide()),
        };

    private static IEnumerable<Job> Deciding(Pipeline pipeline) => pipeline.GateJobs.Where(j => !j.AllowFailure && !j.NeedsGate);

    /// <summary>
    /// Gate jobs and everything they need: a job that is skipped because a job before it failed would otherwise look like one that was left
    /// out on purpose. Jobs that are allowed to fail decide nothing.
    /// </summary>
    private List<string> Needed()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<Job>(Deciding(context.Pipeline));
        while (waiting.TryPop(out var job))
        {
            if (seen.Add(job.Id))
            {
                job.Needs.Select(n => context.FindJob(n.JobId)).ToList().ForEach(waiting.Push);
            }
        }

        var jobs = context.Pipeline.Jobs.Where(j => seen.Contains(j.Id)).ToList();
        return [.. jobs.Any(conditions.NeedsChanges) ? [ChangesJob.Id] : Array.Empty<string>(), .. jobs.Select(j => j.Id)];
    }

    private YamlMap Decide() => context.Dialect.JobsAreContainers ? DecideWithoutPrograms() : new()
    {
        ["name"] = "Every job passed or was skipped by its conditions",
        ["env"] = new YamlMap { ["NEEDS"] = "${{ toJSON(needs) }}" },
        ["run"] = """
            jq -r 'to_entries[] | "\(.key): \(.value.result)"' <<< "$NEEDS"
            jq -e 'all(.[]; .result == "success" or .result == "skipped")' <<< "$NEEDS" > /dev/null

            """.ReplaceLineEndings("\n"),
    };

    private static YamlMap DecideWithoutPrograms() => new()
    {
        ["name"] = "Every job passed or was skipped by its conditions",
        ["env"] = new YamlMap { ["NEEDS"] = "${{ toJSON(needs) }}", ["RESULTS"] = "${{ join(needs.*.result, ' ') }}" },
        ["run"] = """
            echo "$NEEDS"
            for result in $RESULTS; do
              case $result in success | skipped) ;; *) exit 1 ;; esac
            done

            """.ReplaceLineEndings("\n"),
    };
}
