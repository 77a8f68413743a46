using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Spec.Text;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>Patterns of branches and tags use only what every platform reads alike.</summary>
internal sealed class GlobRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1031", "Pattern not allowed", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        if (spec.Source.At("branches", "default")?.Value is SourceScalar branch)
        {
            if (branch.Value.AsSpan().ContainsAny('*', '?'))
            {
                context.Report(branch.Span, $"the default branch is one branch, not a pattern: {MessageText.Quote(branch.Value)}");
            }
            else
            {
                Check(new(branch.Value, branch.Span), "a branch", context);
            }
        }

        foreach (var also in spec.AlsoBranches)
        {
            Check(also, "a branch", context);
        }

        foreach (var stage in spec.Projects.SelectMany(p => p.Stages))
        {
            foreach (var pattern in stage.Source.TextsAt("when", "branches"))
            {
                Check(pattern, "a branch", context);
            }

            foreach (var pattern in stage.Source.TextsAt("when", "tags"))
            {
                Check(pattern, "a tag", context);
            }

            // Stages that take such patterns as inputs hand them to the same places of the outputs.
            foreach (var input in context.Catalog.FindStage(stage.Id.Value)?.Inputs.Where(i => i.Name is "tags" or "branches") ?? [])
            {
                foreach (var pattern in stage.Source.TextsAt(input.Name))
                {
                    Check(pattern, input.Name == "tags" ? "a tag" : "a branch", context);
                }
            }
        }
    }

    private static void Check(Spanned<string> pattern, string what, RuleContext context)
    {
        if (RefGlob.Problem(pattern.Value) is { } problem)
        {
            context.Report(pattern.Span, $"{what} may not be {MessageText.Quote(pattern.Value)}: {problem}", "names, with *, ** and ? as the only wildcards");
        }
    }
}
