using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>A name is a variable or a secret of a stage, not both.</summary>
internal sealed class EnvAndSecretRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1044", "Variable and secret of one name", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        foreach (var stage in spec.Projects.SelectMany(p => p.Stages))
        {
            foreach (var secret in stage.Secrets.Where(s => stage.Env.ContainsKey(s.Value)))
            {
                context.Report(secret.Span, $"{MessageText.Quote(secret.Value)} is both a variable and a secret of the stage {MessageText.Quote(stage.Id.Value)}", "keep one of them");
            }
        }
    }
}
