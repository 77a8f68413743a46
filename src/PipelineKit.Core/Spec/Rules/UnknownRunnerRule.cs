using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Spec.Text;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>A runner is named by its operating system; `runners` says which label or tag that is.</summary>
internal sealed class UnknownRunnerRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1042", "Unknown class of runners", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        foreach (var (key, _) in spec.Source.MapAt("runners")?.Entries ?? [])
        {
            CheckClass(new(key.Value, key.Span), context);
        }

        foreach (var stage in spec.Projects.SelectMany(p => p.Stages))
        {
            if (stage.Runner is { } runner)
            {
                CheckClass(runner, context);
            }
        }
    }

    private static void CheckClass(Spanned<string> os, RuleContext context)
    {
        if (!Words.OperatingSystems.Contains(os.Value))
        {
            context.ReportUnknown(os, "runner", Words.OperatingSystems);
        }
    }
}
