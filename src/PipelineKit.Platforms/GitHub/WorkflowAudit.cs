using System.Text.RegularExpressions;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Platforms.GitHub;

/// <summary>The safety rules that every workflow has to keep, patched or not.</summary>
internal static partial class WorkflowAudit
{
    /// <summary>What is not safe, one sentence each.</summary>
    public static IEnumerable<string> Run(YamlMap tree)
    {
        foreach (var trigger in TriggerNames(tree.Find("on")).Where(t => t is "pull_request_target" or "workflow_run"))
        {
            yield return $"the trigger {trigger} runs with secrets on code that nobody has reviewed";
        }

        if (tree.Find("permissions") is not YamlMap { Count: 0 })
        {
            yield return "the workflow's own permissions must be {}";
        }

        foreach (var (id, job) in tree.Find("jobs") as YamlMap ?? [])
        {
            foreach (var problem in job is YamlMap map ? Job(map) : ["is not a mapping"])
            {
                yield return $"job {id}: {problem}";
            }
        }
    }

    private static IEnumerable<string> Job(YamlMap job)
    {
        if (job.Find("permissions") is not YamlMap)
        {
            yield return "the permissions must be listed one by one";
        }

        if (job.Find("uses") is YamlScalar { Value: var workflow })
        {
            if (!IsPinned(workflow))
            {
                yield return $"{workflow} must be held at a commit";
            }
        }
        else if (job.Find("timeout-minutes") is null)
        {
            yield return "there is no timeout-minutes";
        }

        if (job.Find("secrets") is YamlScalar { Value: "inherit" })
        {
            yield return "secrets must be named, not inherited";
        }

        foreach (var axis in UnknownAxes(job))
        {
            yield return $"matrix.{axis} stands in it, and its strategy has no such axis: it would be empty";
        }

        foreach (var step in (job.Find("steps") as YamlList)?.Items.OfType<YamlMap>() ?? [])
        {
            foreach (var problem in Step(step))
            {
                yield return problem;
            }
        }
    }

    // A matrix that is an expression itself may have any axis.
    private static IEnumerable<string> UnknownAxes(YamlMap job)
    {
        var matrix = (job.Find("strategy") as YamlMap)?.Find("matrix");
        if (matrix is not (null or YamlMap))
        {
            return [];
        }

        var axes = matrix as YamlMap ?? [];
        var known = axes.Keys.Concat(((axes.Find("include") as YamlList)?.Items ?? []).OfType<YamlMap>().SelectMany(entry => entry.Keys)).ToHashSet(StringComparer.Ordinal);
        return Texts(job).SelectMany(text => Expression().Matches(text)).SelectMany(e => Axis().Matches(e.Value)).Select(a => a.Groups[1].Value)
            .Distinct(StringComparer.Ordinal).Where(axis => !known.Contains(axis));
    }

    private static IEnumerable<string> Texts(YamlNode node) => node switch
    {
        YamlScalar scalar => [scalar.Value],
        YamlList list => list.Items.SelectMany(Texts),
        YamlMap map => map.SelectMany(entry => Texts(entry.Value)),
        _ => [],
    };

    private static IEnumerable<string> Step(YamlMap step)
    {
        if (step.Find("run") is YamlScalar { Value: var text } && text.Contains("${{", StringComparison.Ordinal))
        {
            yield return $"the command `{text.Split('\n')[0]}` holds an expression; hand the value over in env";
        }

        if (step.Find("uses") is not YamlScalar { Value: var action })
        {
            yield break;
        }

        if (!IsPinned(action))
        {
            yield return $"{action} must be held at a commit";
        }

        if (Checkout().IsMatch(action)
            && (step.Find("with") as YamlMap)?.Find("persist-credentials") is not YamlScalar { Value: "false" })
        {
            yield return "the checkout leaves its token in the working tree (persist-credentials: false is missing)";
        }
    }

    private static IEnumerable<string> TriggerNames(YamlNode? on) => on switch
    {
        YamlScalar scalar => [scalar.Value],
        YamlList list => list.Items.OfType<YamlScalar>().Select(s => s.Value),
        YamlMap map => map.Select(e => e.Key),
        _ => [],
    };

    private static bool IsPinned(string uses) =>
        uses.StartsWith("./", StringComparison.Ordinal) || Commit().IsMatch(uses) || (uses.StartsWith("docker://", StringComparison.Ordinal) && Image().IsMatch(uses));

    [GeneratedRegex(@"\$\{\{.*?\}\}", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Expression();

    [GeneratedRegex(@"\bmatrix\.([A-Za-z_][\w-]*)", RegexOptions.CultureInvariant)]
    private static partial Regex Axis();

    [GeneratedRegex(@"@[0-9a-f]{40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Commit();

    [GeneratedRegex(@"\A(https://[^/]+/)?actions/checkout@", RegexOptions.CultureInvariant)]
    private static partial Regex Checkout();

    [GeneratedRegex(@"@sha256:[0-9a-f]{64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Image();
}
