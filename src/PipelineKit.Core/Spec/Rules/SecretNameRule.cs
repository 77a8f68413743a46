using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Spec.Text;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>Secrets have names that every platform can store.</summary>
internal sealed class SecretNameRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1028", "Name of a secret not allowed", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        foreach (var stage in spec.Projects.SelectMany(p => p.Stages))
        {
            foreach (var secret in stage.Secrets)
            {
                if (!Names.IsVariable(secret.Value))
                {
                    context.Report(secret.Span, "this is no name of a secret", "letters, digits and underscores, not beginning with a digit; the name only, never the value");
                }
                else if (secret.Value.StartsWith("GITHUB_", StringComparison.OrdinalIgnoreCase) || secret.Value.StartsWith("CI_", StringComparison.OrdinalIgnoreCase))
                {
                    context.Report(secret.Span, $"{MessageText.Quote(secret.Value)} belongs to the platform", "name the secret differently in the platform's settings");
                }
            }
        }
    }
}
