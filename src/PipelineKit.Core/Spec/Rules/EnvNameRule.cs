using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Spec.Text;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>Variables have names that every shell takes and that no platform keeps for itself.</summary>
internal sealed class EnvNameRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1027", "Name of a variable not allowed", Severity.Error);

    private static readonly string[] ReservedPrefixes = ["GITHUB_", "RUNNER_", "GITLAB_", "CI_", "PK_"];

    public void Check(SpecDocument spec, RuleContext context)
    {
        foreach (var stage in spec.Projects.SelectMany(p => p.Stages))
        {
            foreach (var (key, _) in stage.Source.MapAt("env")?.Entries ?? [])
            {
                if (!Names.IsVariable(key.Value))
                {
                    context.Report(key.Span, $"a variable may not be called {MessageText.Quote(key.Value)}", "letters, digits and underscores, not beginning with a digit");
                }
                else if (key.Value is "CI" or "PATH" || ReservedPrefixes.Any(p => key.Value.StartsWith(p, StringComparison.OrdinalIgnoreCase)))
                {
                    context.Report(key.Span, $"{MessageText.Quote(key.Value)} belongs to the platform", "give the variable another name");
                }
            }
        }
    }
}
