using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Generation;
using PipelineKit.Core.Model;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.Forgejo;

/// <summary>Says what of the pipeline the forge does not do, or does differently.</summary>
/// <param name="pipeline">All of the pipeline.</param>
/// <param name="possible">What of it the forge can run.</param>
/// <param name="context">Receives the diagnostics.</param>
internal sealed class ForgejoNotices(Pipeline pipeline, PossibleJobs possible, EmitContext context)
{
    public void Report()
    {
        foreach (var job in pipeline.Jobs)
        {
            if (possible.LeftOut.TryGetValue(job.Id, out var reason))
            {
                ReportLeftOut(job, reason);
            }
            else
            {
                Check(job);
            }
        }

        ReportNotKept();
        ReportIgnoredKeys();
    }

    private void ReportLeftOut(Job job, string reason)
    {
        if (job.Gate && !job.AllowFailure)
        {
            Add(ForgejoDiagnostics.GateNotWhole, $"job \"{job.Id}\" counts for the quality gate, but Forgejo cannot run it: {reason}", "take `forgejo` out of the targets, or let the job do without");
        }
        else
        {
            Add(ForgejoDiagnostics.JobLeftOut, $"job \"{job.Id}\" is left out on Forgejo: {reason}");
        }
    }

    private void Check(Job job)
    {
        if (job.Runner is { Os: not "linux", ForgejoLabels.Count: 0 })
        {
            Add(ForgejoDiagnostics.RunnerMissing, $"job \"{job.Id}\" needs a {job.Runner.Os} runner, which on Forgejo only a label can select", $"add `runners: {{ {job.Runner.Os}: {{ forgejo: LABEL }} }}` to the spec");
        }

        if ((job.When.Events & ~PipelineEvents.MergeQueue) == 0)
        {
            Add(ForgejoDiagnostics.NeverRuns, $"job \"{job.Id}\" never runs on Forgejo, which has no merge queue", "add another event to its `when: events:`");
        }

        if (job.Environment is { } environment)
        {
            Add(ForgejoDiagnostics.EnvironmentIgnored, $"job \"{job.Id}\": Forgejo has no environments; secrets of \"{environment.Name}\" must be secrets of the repository");
        }

        if (job.AllowFailure)
        {
            Add(ForgejoDiagnostics.FailureShown, $"job \"{job.Id}\" may fail, but Forgejo ignores `continue-on-error`: the run is shown as failed, and jobs that need it are skipped; the quality gate does not count it");
        }

        if (job.Runner is { Os: "linux", Image: null })
        {
            CheckImage(job);
        }
    }

    private void CheckImage(Job job)
    {
        foreach (var toolchain in ToolchainChoice.Uncovered(job.Toolchains))
        {
            if (NeededBySetUp(toolchain.Definition) is { } needed)
            {
                Add(
                    ForgejoDiagnostics.ImageNeeded,
                    $"job \"{job.Id}\": the set-up of \"{toolchain.Id}\" needs {needed}, which a plain Debian image does not have",
                    "name the label of a runner whose image has it: `runners: { linux: { forgejo: LABEL } }`");
            }
        }
    }

    // actions/setup-python downloads builds that are made for Ubuntu only; commands for containers replace those for GitHub's runners.
    private static string? NeededBySetUp(ToolchainDefinition toolchain) =>
        toolchain.GitHub.Any(s => s.Uses == "actions/setup-python") ? "an Ubuntu image"
        : toolchain.GitLabInstall is null ? toolchain.GitHub.SelectMany(s => s.Run).Select(argv => argv[0]).FirstOrDefault(program => program is "pipx" or "sudo")
        : null;

    private void ReportNotKept()
    {
        var jobs = possible.Pipeline.Jobs.Where(j => j.Reports.Count + j.Artifacts.Count > 0).Select(j => j.Id).ToList();
        if (jobs.Count > 0)
        {
            Add(
                ForgejoDiagnostics.NothingKept,
                $"Forgejo refuses the pinned artifact actions and has no code scanning: reports and artifacts of {string.Join(", ", jobs)} are not kept; summaries stand in the log",
                "a patch can add a step with the forge's own upload-artifact at a commit of your choice");
        }
    }

    private void ReportIgnoredKeys()
    {
        Add(
            ForgejoDiagnostics.KeysIgnored,
            "Forgejo ignores `permissions`: the token of a push can write; Gitea reads `permissions` and `concurrency` from 1.26 and time limits of jobs from 1.27 on");
    }

    private void Add(DiagnosticDescriptor descriptor, string message, string? hint = null) =>
        context.Diagnostics.Add(descriptor, SourceSpan.WholeFile(pipeline.SpecFile), message, hint);
}
