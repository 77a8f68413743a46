using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Spec.Text;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>The running version is one that the spec allows.</summary>
internal sealed class RequiresRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1011", "Another version of the program is required", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        if (spec.Requires is { } requires && VersionRange.TryParse(requires.Value, out var range) && !range.Contains(context.Options.ToolVersion))
        {
            context.Report(
                requires.Span,
                $"the spec requires {MessageText.Quote(requires.Value)}, this is {context.Options.ToolVersion}",
                "install a version that fits, or change `requires`");
        }
    }
}
