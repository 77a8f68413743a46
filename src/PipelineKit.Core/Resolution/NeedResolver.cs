using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Stages;

namespace PipelineKit.Core.Resolution;

/// <summary>Finds the jobs that needs mean. A need means the same project unless it says otherwise; a stage name means the stage's gate jobs.</summary>
internal sealed class NeedResolver(IReadOnlyList<JobDraft> drafts, DiagnosticBag diagnostics)
{
    private readonly ILookup<string, JobDraft> _byStage = drafts.ToLookup(d => d.StageId, StringComparer.Ordinal);
    private readonly ILookup<(string, Project?), JobDraft> _byPlace = drafts.ToLookup(d => (d.StageId, IsRepositoryWide(d) ? null : d.Project));

    /// <summary>All needs of a job: those of its document, then those that the spec adds to its stage.</summary>
    public IReadOnlyList<Need> Resolve(JobDraft job)
    {
        var result = new Dictionary<string, Need>(StringComparer.Ordinal);
        foreach (var need in job.Document.Needs.Where(n => n.Job != "gate"))
        {
            foreach (var target in FindForDocument(job, need))
            {
                Merge(result, target, need.Artifacts);
            }
        }

        foreach (var need in job.Source.Stage.Needs.Where(n => n.Value != "gate"))
        {
            foreach (var target in FindForSpec(job, need))
            {
                Merge(result, target, []);
            }
        }

        return [.. result.Values.OrderBy(n => n.JobId, StringComparer.Ordinal)];
    }

    /// <summary>True when the job waits for the quality gate.</summary>
    public static bool NeedsGate(JobDraft job) =>
        job.Document.Needs.Any(n => n.Job == "gate") || job.Source.Stage.Needs.Any(n => n.Value == "gate");

    private static void Merge(Dictionary<string, Need> result, JobDraft target, IReadOnlyList<string> artifacts)
    {
        var known = result.TryGetValue(target.Id, out var need) ? need.Artifacts : [];
        result[target.Id] = new Need(target.Id, [.. known.Union(artifacts, StringComparer.Ordinal)]);
    }

    private List<JobDraft> FindForDocument(JobDraft job, StageNeed need)
    {
        var slash = need.Job.IndexOf('/', StringComparison.Ordinal);
        var (stage, name) = slash < 0 ? (job.StageId, need.Job) : (need.Job[..slash], need.Job[(slash + 1)..]);
        var found = (need.AllProjects ? _byStage[stage] : Reached(job, stage)).Where(d => d.Document.Name == name).ToList();
        if (found.Count == 0)
        {
            Report(need.Job, need.Span, job);
        }

        return found;
    }

    private List<JobDraft> FindForSpec(JobDraft job, Spanned<string> need)
    {
        var slash = need.Value.IndexOf('/', StringComparison.Ordinal);
        var stage = slash < 0 ? need.Value : need.Value[..slash];
        var found = Reached(job, stage)
            .Where(d => d.Id != job.Id && (slash < 0 ? d.Gate : d.Document.Name == need.Value[(slash + 1)..]))
            .ToList();
        if (found.Count == 0)
        {
            Report(need.Value, need.Span, job);
        }

        return found;
    }

    // A job of the whole repository and a job of one project reach each other; two projects do not.
    private static bool Reaches(JobDraft from, JobDraft to) =>
        from.Project == to.Project || IsRepositoryWide(from) || IsRepositoryWide(to);

    private IEnumerable<JobDraft> Reached(JobDraft from, string stage) =>
        IsRepositoryWide(from) ? _byStage[stage] : _byPlace[(stage, from.Project)].Concat(_byPlace[(stage, null)]);

    private static bool IsRepositoryWide(JobDraft job) => job.Source.Manifest?.RepositoryScope == true;

    private void Report(string need, SourceSpan span, JobDraft job)
    {
        var names = drafts.Where(d => d.Id != job.Id && Reaches(job, d)).Select(d => $"{d.StageId}/{d.Document.Name}").Distinct().Order(StringComparer.Ordinal).ToList();
        diagnostics.Add(
            ResolutionDiagnostics.UnknownNeed,
            span,
            $"job \"{job.Id}\" needs \"{need}\", which is no job of this pipeline; expected one of {string.Join(", ", names.Select(n => $"\"{n}\""))}",
            NearestMatch.Find(need, names) is { } near ? $"did you mean `{near}`?" : null);
    }
}
