using System.Numerics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Platforms.GitLab;

/// <summary>
/// <c>rules</c> of a job, as few as its condition needs. They rest on two facts of GitLab: the first rule that matches decides, and
/// <c>changes</c> is true wherever there was no push to compare with (tags, schedules, pipelines started by hand, a branch's first push).
/// </summary>
internal static class RulesSection
{
    /// <summary>Adds <c>rules</c>, or <c>when: manual</c>; nothing where the job runs in every pipeline.</summary>
    public static void AddTo(YamlMap map, Job job, GitLabPlan plan)
    {
        var (when, variables) = plan.Conditions.Of(job);
        var manual = job.When.OnlyManual || job.Environment is { Approval: true };
        CheckPaths(job, when, plan);
        var rules = Build(when, variables, plan.Pipeline.Triggers, manual);
        if (rules.Count > 0)
        {
            map["rules"] = new YamlList(rules);
        }
        else if (manual)
        {
            map["when"] = "manual";
        }

        // A button that nobody pressed must neither hold the pipeline nor fail it.
        if (job.AllowFailure || (manual && rules.Count == 0))
        {
            map["allow_failure"] = true;
        }
    }

    private static List<YamlNode> Build(Condition when, IReadOnlyList<string> variables, Triggers triggers, bool manual)
    {
        var possible = PossibleEvents(triggers);
        var wanted = when.Events & possible;
        var unwanted = possible & ~wanted;
        var guard = string.Join(" && ", variables.Select(variable => "$" + variable));
        if (IsNarrow(when, wanted, triggers) || Count(unwanted) > Count(wanted))
        {
            return wanted == PipelineEvents.None
                ? [new YamlMap { ["when"] = "never" }]
                : [.. Expressions.Of(wanted, when.Branches, when.Tags).Select(e => Rule(guard.Length > 0 ? $"{e} && {guard}" : e, PathsFor(e, when), manual))];
        }

        List<YamlNode> rules = [.. Expressions.Of(unwanted, [], []).Select(e => new YamlMap { ["if"] = Expression(e), ["when"] = "never" })];
        if (rules.Count > 0 || guard.Length > 0 || when.Paths.Count > 0)
        {
            rules.Add(Rule(guard, when.Paths, manual));
        }

        return rules;
    }

    /// <summary>What can start a pipeline: what <see cref="WorkflowSection"/> lets through.</summary>
    private static PipelineEvents PossibleEvents(Triggers triggers) =>
        triggers.Tags.Count > 0 ? PipelineEvents.All : PipelineEvents.All & ~PipelineEvents.Tag;

    private static bool IsNarrow(Condition when, PipelineEvents wanted, Triggers triggers) =>
        (wanted.HasFlag(PipelineEvents.Push) && when.Branches.Count > 0
            && triggers.AlsoBranches.Append(triggers.DefaultBranch).Except(when.Branches, StringComparer.Ordinal).Any())
        || (wanted.HasFlag(PipelineEvents.Tag) && when.Tags.Count > 0 && triggers.Tags.Except(when.Tags, StringComparer.Ordinal).Any());

    private static int Count(PipelineEvents events) => BitOperations.PopCount((uint)events);

    // Paths matter only where something was pushed; elsewhere the rule would read as if they did.
    private static IReadOnlyList<string> PathsFor(string expression, Condition when) =>
        expression.StartsWith("$CI_PIPELINE_SOURCE == \"push\"", StringComparison.Ordinal) || expression.Contains("merge_", StringComparison.Ordinal)
            ? when.Paths
            : [];

    private static YamlMap Rule(string expression, IReadOnlyList<string> paths, bool manual)
    {
        var rule = new YamlMap();
        if (expression.Length > 0)
        {
            rule["if"] = Expression(expression);
        }

        if (paths.Count > 0)
        {
            rule["changes"] = YamlList.Inline(paths.Select(GlobTexts.ForChanges));
        }

        if (manual)
        {
            rule["when"] = "manual";
            rule["allow_failure"] = true;
        }
        else if (rule.Count == 0)
        {
            rule["when"] = "on_success";
        }

        return rule;
    }

    private static YamlScalar Expression(string text) => YamlScalar.Folded(text);

    private static void CheckPaths(Job job, Condition when, GitLabPlan plan)
    {
        if (when.Paths.Count > GitLabLimits.ChangesPatterns)
        {
            plan.Report(
                GitLabDiagnostics.TooManyPathPatterns,
                $"job \"{job.Id}\" has {when.Paths.Count} path patterns; one rule of GitLab holds {GitLabLimits.ChangesPatterns}",
                "name folders instead of single files");
        }
    }
}
