using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.GitHub.Conditions;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitHub;

/// <summary>Everything above <c>jobs</c>: what starts the workflow, and what holds for all of it.</summary>
internal sealed class WorkflowHeader(GitHubContext context)
{
    /// <summary>The choice that adds no job; with a space in it no job id can be equal.</summary>
    private const string NoOtherJob = "nothing else";

    public YamlMap Build() => new()
    {
        // No expressions are read here, and an opening would be an error.
        ["name"] = context.Pipeline.Name.Replace("${{", "$ {{", StringComparison.Ordinal),
        ["on"] = Triggers(),
        ["permissions"] = new YamlMap { Comment = "each job asks for what it needs" },
        ["concurrency"] = new YamlMap
        {
            Comment = "a new push to a pull request ends its earlier run; every other run has a group of its own",
            ["group"] = "${{ github.workflow }}-${{ github.event.pull_request.number || github.run_id }}",
            ["cancel-in-progress"] = true,
        },
        ["defaults"] = new YamlMap { ["run"] = new YamlMap { ["shell"] = new YamlScalar("bash").WithComment("with pipefail") } },
    };

    /// <summary>Second line of the file.</summary>
    public static string Note(Pipeline pipeline) =>
        HeaderNote.Of(pipeline, GateJob.Exists(pipeline) ? $"A branch is protected by requiring \"{GateJob.Id}\" alone." : null);

    private YamlMap Triggers()
    {
        var triggers = context.Pipeline.Triggers;
        var push = new YamlMap { ["branches"] = Patterns(triggers.AlsoBranches.Prepend(triggers.DefaultBranch)) };
        if (triggers.Tags.Count > 0)
        {
            push["tags"] = Patterns(triggers.Tags);
        }

        var on = new YamlMap { ["push"] = push, ["pull_request"] = YamlScalar.Null() };
        if (context.Dialect.HasMergeQueue)
        {
            on["merge_group"] = YamlScalar.Null();
        }

        on["workflow_dispatch"] = Manual();
        if (triggers.Schedule is { } cron)
        {
            on["schedule"] = new YamlList(new YamlMap { ["cron"] = cron });
        }

        return on;
    }

    private YamlList Patterns(IEnumerable<string> globs)
    {
        var all = globs.Distinct(StringComparer.Ordinal).ToList();
        foreach (var glob in all.Where(g => g.Contains('?', StringComparison.Ordinal)))
        {
            context.Report(
                GitHubDiagnostics.QuestionMarkInFilter,
                $"the filter \"{glob}\" starts the workflow only where `?` is a letter or a digit",
                "GitHub's filters have no sign for any one character; `*` would be wider");
        }

        return YamlList.Inline(all.Select(RefFilter.ToPattern));
    }

    // Jobs that run by hand only run beside the pipeline, never instead of it: else a run by hand would report a gate that checked nothing.
    private YamlNode Manual()
    {
        var jobs = context.Pipeline.Jobs.Where(j => j.When.OnlyManual).Select(j => j.Id).ToList();
        return jobs.Count == 0
            ? YamlScalar.Null()
            : new YamlMap
            {
                ["inputs"] = new YamlMap
                {
                    [JobCondition.ManualInput] = new YamlMap
                    {
                        ["description"] = "What to run beside the pipeline",
                        ["type"] = "choice",
                        ["default"] = NoOtherJob,
                        ["options"] = YamlList.Inline(jobs.Prepend(NoOtherJob)),
                    },
                },
            };
    }
}
