using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Generation;
using PipelineKit.Core.Model;
using PipelineKit.Core.Spec;
using PipelineKit.Core.Stages;

namespace PipelineKit.Core.Resolution;

/// <summary>Puts the rendered stages of a spec together into the platform-neutral <see cref="Pipeline"/>.</summary>
public sealed class PipelineResolver(IStageCatalog catalog)
{
    /// <summary>Resolves; null when there were errors, which are then in <paramref name="diagnostics"/>.</summary>
    public Pipeline? Resolve(SpecDocument spec, IReadOnlyList<RenderedStage> stages, DiagnosticBag diagnostics)
    {
        var projects = spec.Projects.ToDictionary<SpecProject, SpecProject, Project>(p => p, p => new Project(spec.Projects.Count > 1 ? p.Name?.Value : null, p.Path.Value, p.Stack.Value), ReferenceEqualityComparer.Instance);
        var drafts = Draft(spec, stages, projects);
        if (ReportCollisions(drafts, diagnostics))
        {
            return null;
        }

        var builder = new JobBuilder(spec, catalog, drafts, diagnostics);
        var built = drafts.Select(d => new BuiltJob(builder.Build(d), d)).ToList();
        var jobs = JobOrder.Sort(built, spec.File, diagnostics);
        var files = SupportFiles(stages, diagnostics);
        return diagnostics.HasErrors ? null : new Pipeline
        {
            Name = spec.Name.Value,
            SpecFile = spec.File,
            Jobs = jobs,
            Projects = [.. projects.Values],
            Files = files,
            ProgramHints = ProgramHints.Of(built),
            Triggers = new Triggers
            {
                DefaultBranch = spec.DefaultBranch,
                AlsoBranches = [.. spec.AlsoBranches.Select(b => b.Value)],
                Tags = Tags(jobs),
                Schedule = spec.Schedule?.Value,
            },
            Settings = new Settings
            {
                CodeScanning = spec.CodeScanning,
                ImagesPrefix = spec.ImagesPrefix?.Value,
                PipelineKit = spec.PipelineKit,
                GitLabPaidTier = spec.GitLabPaidTier,
                Targets = [.. spec.Targets.Select(t => t.Value)],
                Files = spec.Outputs.ToDictionary(output => output.Key, output => output.Value.Value, StringComparer.Ordinal),
            },
        };
    }

    /// <summary>Global id of a job: <c>STAGE[-JOB][-PROJECT]</c>; the job <c>main</c> and a single project add nothing.</summary>
    public static string JobId(string stage, string job, string? project) =>
        string.Join('-', new[] { stage, job == "main" ? null : job, project }.OfType<string>());

    private static List<JobDraft> Draft(SpecDocument spec, IReadOnlyList<RenderedStage> stages, Dictionary<SpecProject, Project> projects)
    {
        var stageOrder = new Dictionary<string, int>(StringComparer.Ordinal);
        var projectOrder = new Dictionary<SpecProject, int>(ReferenceEqualityComparer.Instance);
        foreach (var project in spec.Projects)
        {
            projectOrder.Add(project, projectOrder.Count);
        }

        var root = new Project(null, ".", spec.Projects[0].Stack.Value);
        var drafts = new List<JobDraft>();
        foreach (var stage in stages)
        {
            var id = stage.Stage.Id.Value;
            stageOrder.TryAdd(id, stageOrder.Count);
            var project = stage.Manifest?.RepositoryScope == true ? root : projects[stage.Project];
            for (var i = 0; i < stage.Document.Jobs.Count; i++)
            {
                var document = stage.Document.Jobs[i];
                var order = new JobRank(stageOrder[id], i, projectOrder[stage.Project]);
                drafts.Add(new JobDraft(stage, document, project, JobId(id, document.Name, project.Name), order));
            }
        }

        return drafts;
    }

    private static bool ReportCollisions(IReadOnlyList<JobDraft> drafts, DiagnosticBag diagnostics)
    {
        var found = false;
        foreach (var group in drafts.GroupBy(d => d.Id, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            found = true;
            var second = group.ElementAt(1);
            diagnostics.Add(
                ResolutionDiagnostics.JobIdCollision,
                second.Source.Stage.Id.Span,
                $"two jobs get the id \"{group.Key}\": {string.Join(" and ", group.Select(d => $"{d.StageId}/{d.Document.Name} of {d.Project.Name ?? d.Project.Path}"))}",
                "rename a project or an inline stage");
        }

        return found;
    }

    // Tags start a pipeline only when a job asks for tags in particular; "every event" alone does not.
    private static string[] Tags(IReadOnlyList<Job> jobs) =>
    [
        .. jobs.Where(j => j.When.Events != PipelineEvents.All && j.When.Events.HasFlag(PipelineEvents.Tag))
            .SelectMany(j => j.When.Tags.Count > 0 ? j.When.Tags : ["**"])
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    private static SupportFile[] SupportFiles(IReadOnlyList<RenderedStage> stages, DiagnosticBag diagnostics)
    {
        var files = new SortedDictionary<string, SupportFile>(StringComparer.Ordinal);
        foreach (var stage in stages)
        {
            foreach (var file in stage.Document.Files)
            {
                var path = stage.Manifest?.RepositoryScope == true ? file.Path : ProjectPaths.Join(stage.Project.Path.Value, file.Path);
                if ((OwnFiles.ProblemOfSupportFile(file.Path) ?? (OwnFiles.IsRead(path) ? "it lies where stages of a repository are read from" : null)) is { } problem)
                {
                    diagnostics.Add(
                        ResolutionDiagnostics.ReservedFile,
                        SourceSpan.WholeFile(stage.Document.File),
                        $"the support file {MessageText.Quote(file.Path)} cannot be written: {problem}",
                        "give it a folder of its own, for example .pipelinekit/STAGE/FILE");
                    continue;
                }

                if (!files.TryAdd(path, file with { Path = path }) && files[path].Content != file.Content)
                {
                    diagnostics.Add(
                        ResolutionDiagnostics.FileCollision,
                        SourceSpan.WholeFile(stage.Document.File),
                        $"the support file {path} is written with other content by another stage");
                }
            }
        }

        return [.. files.Values];
    }
}
