using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Spec.Text;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>The program comes from a folder of the repository or over https.</summary>
internal sealed class ToolSourceRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1048", "Source of the program not allowed", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        if (spec.Source.At("pipelinekit", "source")?.Value is not SourceScalar { IsNull: false } source)
        {
            return;
        }

        var isAddress = source.Value.Contains("://", StringComparison.Ordinal);
        var problem = isAddress
            ? source.Value.StartsWith("https://", StringComparison.Ordinal) && !source.Value.Contains('@', StringComparison.Ordinal) ? null : "an address begins with https:// and holds no credentials"
            : RepositoryPaths.Problem(source.Value);
        if (problem is not null)
        {
            context.Report(source.Span, $"pipelinekit.source may not be {MessageText.Quote(source.Value)}: {problem}", "a folder of the repository, or an https address of a NuGet feed");
        }
    }
}
