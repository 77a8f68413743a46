using PipelineKit.Core.Generation;
using PipelineKit.Core.Model;
using PipelineKit.Core.Pins;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitLab;

/// <summary>Writes <c>.gitlab-ci.yml</c> (docs.gitlab.com, "CI/CD YAML syntax reference"). Nothing in it needs a paid tier unless the spec asks for it.</summary>
public sealed class GitLabEmitter : IPlatformEmitter
{
    /// <inheritdoc/>
    public string Id => "gitlab";

    /// <inheritdoc/>
    public string DefaultPath => ".gitlab-ci.yml";

    /// <inheritdoc/>
    public bool Reads(ReportKind kind, Job job, Settings settings) => kind switch
    {
        ReportKind.Junit or ReportKind.Cobertura or ReportKind.Codequality or ReportKind.Sast or ReportKind.Cyclonedx => true,
        ReportKind.Sarif => settings.GitLabPaidTier,
        _ => false,
    };

    /// <inheritdoc/>
    public IReadOnlyList<EmittedFile> Emit(Pipeline pipeline, EmitContext context)
    {
        var plan = new GitLabPlan(pipeline, context.Diagnostics, context.Pins);
        var note = HeaderNote.Of(pipeline, plan.Stages.LastGated is null ? null : "\"Pipelines must succeed\" makes the gate binding.");
        return [new EmittedFile { Path = context.MainPath, Tree = Build(plan), Note = note }];
    }

    /// <inheritdoc/>
    public bool CoversParity(IReadOnlyList<string> pointer) => ParityPaths.Covers(pointer);

    /// <inheritdoc/>
    public IReadOnlyList<string> Audit(YamlMap tree) => GitLabAudit.Findings(tree);

    /// <inheritdoc/>
    public IEnumerable<PinPlace> FindPins(SourceMap file) => PipelinePins.Find(file);

    /// <inheritdoc/>
    public IReadOnlyList<string> OwnImages { get; } = [ImageSection.Plain, ImageSection.Shell];

    private static YamlMap Build(GitLabPlan plan)
    {
        var root = new YamlMap
        {
            ["workflow"] = Apart(WorkflowSection.Build(plan)),
            ["stages"] = Apart(YamlList.Inline(plan.Stages.Names)),
            ["default"] = Apart(DefaultSection.Build(plan)),
        };
        var jobs = plan.Jobs.Select(job => KeyValuePair.Create(job, JobSection.Build(job, plan))).ToList();
        new CommonParts(plan, jobs).MoveTo(root);
        foreach (var (job, map) in jobs)
        {
            root[job.Id] = map;
        }

        if (GateSection.Build(plan) is { } gate)
        {
            root[GateSection.JobId] = Apart(gate);
        }

        ReportOnce(plan);
        return root;
    }

    private static void ReportOnce(GitLabPlan plan)
    {
        UnexpandedText.Check(plan.Pipeline.Settings.ImagesPrefix ?? "", "the prefix of images", plan);
        foreach (var setting in new GitLabSetup().Describe(plan.Pipeline))
        {
            plan.Report(PlatformDiagnostics.PlatformSetting, "GitLab: " + setting);
        }

        ServicesSection.ReportHealth(plan);
        foreach (var job in plan.Pipeline.Jobs.Where(job => job.PlatformOperation is not null))
        {
            plan.Report(
                GitLabDiagnostics.OperationMissing,
                $"job \"{job.Id}\" ({job.PlatformOperation}) is left out: no job of GitLab can do it",
                job.PlatformOperation == "clear-caches" ? "use Build > Pipelines > Clear runner caches" : null);
        }
    }

    private static YamlNode Apart(YamlNode node)
    {
        node.BlankLineAbove = true;
        return node;
    }
}
