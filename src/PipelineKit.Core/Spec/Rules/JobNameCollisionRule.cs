using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>Stage and project together make the id of a job; no two of them make the same.</summary>
internal sealed class JobNameCollisionRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1024", "Two jobs with one name", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        var jobs = new Dictionary<string, Spanned<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var project in spec.Projects)
        {
            foreach (var stage in project.Stages.Where(s => context.Catalog.FindStage(s.Id.Value)?.RepositoryScope != true))
            {
                var id = project.Name is null ? stage.Id.Value : $"{stage.Id.Value}-{project.Name.Value}";
                if (jobs.TryGetValue(id, out var other) && other.Value != stage.Id.Value)
                {
                    context.Report(
                        stage.Id.Span,
                        $"the stages {MessageText.Quote(other.Value)} and {MessageText.Quote(stage.Id.Value)} both make the job {MessageText.Quote(id)}",
                        "give the project or the stage another name",
                        new RelatedLocation(other.Span, "the other stage"));
                }

                jobs.TryAdd(id, stage.Id);
            }
        }
    }
}
