using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>Projects differ in name, and in folder or stack.</summary>
internal sealed class DuplicateProjectRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1021", "Project listed twice", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        for (var i = 1; i < spec.Projects.Count; i++)
        {
            var project = spec.Projects[i];
            foreach (var earlier in spec.Projects.Take(i))
            {
                if (string.Equals(earlier.Name?.Value, project.Name?.Value, StringComparison.OrdinalIgnoreCase))
                {
                    var span = project.Name?.Span ?? project.Path.Span;
                    context.Report(
                        span,
                        $"two projects have the name {MessageText.Quote(project.Name?.Value ?? "")}",
                        "give one of them another `name:`",
                        new RelatedLocation((earlier.Name ?? earlier.Path).Span, "first here"));
                }
                else if (earlier.Path.Value.Equals(project.Path.Value, StringComparison.OrdinalIgnoreCase) && earlier.Stack.Value == project.Stack.Value)
                {
                    context.Report(
                        project.Path.Span,
                        $"two projects of one stack have the path {MessageText.Quote(project.Path.Value)}",
                        "remove one of them",
                        new RelatedLocation(earlier.Path.Span, "first here"));
                }
            }
        }
    }
}
