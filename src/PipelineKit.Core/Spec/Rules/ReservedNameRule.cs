using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>The id of a job is no word that a platform or this program keeps for itself.</summary>
internal sealed class ReservedNameRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1023", "Reserved name", Severity.Error);

    // Jobs of ours, then keys that GitLab does not take as names of jobs.
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "quality-gate", "gate", "changes", "drift", "all", "default", "main",
        "image", "services", "stages", "types", "before-script", "after-script", "variables", "cache", "include", "workflow", "pages", "spec",
        "true", "false", "nil", "null",
    };

    public void Check(SpecDocument spec, RuleContext context)
    {
        foreach (var project in spec.Projects)
        {
            foreach (var stage in project.Stages.Where(s => s.Inline is not null))
            {
                var id = project.Name is null ? stage.Id.Value : $"{stage.Id.Value}-{project.Name.Value}";
                if (Reserved.Contains(stage.Id.Value) || Reserved.Contains(id))
                {
                    context.Report(stage.Id.Span, $"{MessageText.Quote(stage.Id.Value)} is a reserved word", "give the stage another name");
                }
            }
        }
    }
}
