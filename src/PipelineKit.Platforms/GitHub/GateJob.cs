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

    public YamlMap? Build() => Exists(context.Pipeline) ? Build(Needed()) : null;

    private YamlMap Build(List<string> needed) => new()
    {
        ["name"] = Id,
        ["needs"] = YamlList.Inline(needed),
        ["if"] = new YamlScalar("${{ always() }}").WithComment("a skipped check would count as passed"),
        ["runs-on"] = context.HelperRunsOn(),
        ["timeout-minutes"] = 5,
        ["permissions"] = new YamlMap(),
        ["steps"] = new YamlList(Decide(needed)),
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

    private YamlMap Decide(List<string> needed)
    {
        var leftOut = needed.Where(id => id != ChangesJob.Id).Select(context.FindJob)
            .Select(j => (j.Id, Expression: conditions.LeftOut(j))).Where(j => j.Expression is not null)
            .Select(j => $"${{{{ {(j.Expression!.Contains(" || ", StringComparison.Ordinal) ? $"({j.Expression})" : j.Expression)} && '{j.Id}' }}}}")
            .ToList();
        var env = new YamlMap();
        if (context.Dialect.JobsAreContainers)
        {
            env["RESULTS"] = YamlScalar.Folded(string.Join(' ', needed.Select(id => $"{id}=${{{{ needs.{id}.result }}}}")));
        }
        else
        {
            env["JOBS"] = "${{ toJSON(needs) }}";
        }

        if (leftOut.Count > 0)
        {
            env["LEFT_OUT"] = YamlScalar.Folded(string.Join(' ', leftOut));
        }

        return new YamlMap
        {
            ["name"] = leftOut.Count == 0 ? "Every job has succeeded" : "Every job has succeeded, or its own condition left it out",
            ["env"] = env,
            ["run"] = (context.Dialect.JobsAreContainers ? WithoutPrograms(leftOut.Count > 0) : WithJq(leftOut.Count > 0)).ReplaceLineEndings("\n"),
        };
    }

    private static string WithJq(bool someAreLeftOut) => """
        jq -r 'to_entries[] | "- \(.key): \(.value.result)"' <<< "$JOBS" | tee -a "$GITHUB_STEP_SUMMARY"

        """ + (someAreLeftOut
        ? """
            jq -e --arg left_out "$LEFT_OUT" 'to_entries | all(.value.result == "success"
              or (.value.result == "skipped" and (.key | IN($left_out | split(" ")[]))))' <<< "$JOBS" > /dev/null

            """
        : """
            jq -e 'all(.result == "success")' <<< "$JOBS" > /dev/null

            """);

    private static string WithoutPrograms(bool someAreLeftOut) => """
        for job in $RESULTS; do echo "$job"; done
        for job in $RESULTS; do
          case $job in
            *=success) ;;

        """ + (someAreLeftOut ? "    *=skipped) case \" $LEFT_OUT \" in *\" ${job%=*} \"*) ;; *) exit 1 ;; esac ;;\n" : "") + """
            *) exit 1 ;;
          esac
        done

        """;
}
