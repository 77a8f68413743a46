using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;

namespace PipelineKit.Core.Resolution;

/// <summary>Finds the folder that a job publishes as pages: an artifact of its own or of a job that it needs.</summary>
internal sealed class PagesResolver(IReadOnlyList<JobDraft> drafts, DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, JobDraft> _byId = drafts.DistinctBy(d => d.Id).ToDictionary(d => d.Id, StringComparer.Ordinal);

    public Pages? Resolve(JobDraft job, IReadOnlyList<Need> needs)
    {
        CheckArtifacts(job, needs);
        if (job.Document.PagesArtifact is not { } artifact)
        {
            return null;
        }

        foreach (var candidate in needs.Select(n => _byId[n.JobId]).Prepend(job))
        {
            if (candidate.Document.Artifacts.FirstOrDefault(a => a.Id == artifact) is { } found)
            {
                return new Pages(candidate.Id, artifact, ProjectPaths.Join(candidate.Project.Path, found.Paths[0]).TrimEnd('/'));
            }
        }

        Report(job, artifact);
        return null;
    }

    private void CheckArtifacts(JobDraft job, IReadOnlyList<Need> needs)
    {
        foreach (var artifact in needs.SelectMany(n => n.Artifacts.Except(_byId[n.JobId].Document.Artifacts.Select(a => a.Id), StringComparer.Ordinal)))
        {
            Report(job, artifact);
        }
    }

    private void Report(JobDraft job, string artifact) =>
        diagnostics.Add(ResolutionDiagnostics.UnknownArtifact, job.Document.Span, $"job \"{job.Id}\" asks for the artifact \"{artifact}\", which no job that it needs makes");
}
