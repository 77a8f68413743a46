using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitLab;

/// <summary>The pipeline as GitLab will run it: which jobs, in which stage, under which conditions. The sections read it and only add text.</summary>
internal sealed class GitLabPlan
{
    private readonly DiagnosticBag _diagnostics;
    private readonly Dictionary<string, Job> _byId;

    public GitLabPlan(Pipeline pipeline, DiagnosticBag diagnostics, PinTable? pins = null)
    {
        _diagnostics = diagnostics;
        (Pipeline, Pins) = (pipeline, pins ?? PinTable.Empty);
        Jobs = [.. pipeline.Jobs.Where(job => job.PlatformOperation is null)];
        _byId = Jobs.ToDictionary(job => job.Id, StringComparer.Ordinal);
        Stages = new StageOrder(Jobs);
        Conditions = new JobConditions(Jobs);
        Tags = CommonTags(Jobs);
        Releases = new Releases(Jobs);
    }

    public Pipeline Pipeline { get; }

    /// <summary>What images are held at.</summary>
    public PinTable Pins { get; }

    /// <summary>Jobs that GitLab can run: all but operations of the platform.</summary>
    public IReadOnlyList<Job> Jobs { get; }

    public Releases Releases { get; }

    public StageOrder Stages { get; }

    public JobConditions Conditions { get; }

    /// <summary>Runner tags that all jobs share; empty when they differ, and then each job names its own.</summary>
    public IReadOnlyList<string> Tags { get; }

    public Job? Find(string id) => _byId.GetValueOrDefault(id);

    public void Report(DiagnosticDescriptor descriptor, string message, string? hint = null) =>
        _diagnostics.Add(descriptor, SourceSpan.WholeFile(Pipeline.SpecFile), message, hint);

    /// <summary>How many GitLab jobs a job becomes.</summary>
    public static int Leaves(Job job) => job.Matrix is { } matrix ? MatrixLeaves.Of(matrix).Count() : 1;

    private static IReadOnlyList<string> CommonTags(IReadOnlyList<Job> jobs) =>
        jobs.Count > 0 && jobs.All(job => job.Runner.GitLabTags.SequenceEqual(jobs[0].Runner.GitLabTags, StringComparer.Ordinal))
            ? jobs[0].Runner.GitLabTags
            : [];
}
