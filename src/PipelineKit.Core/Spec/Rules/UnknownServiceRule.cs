using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>A service is a data file of the library.</summary>
internal sealed class UnknownServiceRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1041", "Unknown service", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        foreach (var stage in spec.Projects.SelectMany(p => p.Stages).Where(s => s.Inputs.ContainsKey("services")))
        {
            foreach (var (_, value) in stage.Source.MapAt("services")?.Entries ?? [])
            {
                if (value is SourceScalar { IsNull: false } scalar && context.Catalog.FindService(IdOf(scalar.Value)) is null)
                {
                    context.ReportUnknown(new(IdOf(scalar.Value), scalar.Span), "service", context.Catalog.ServiceIds);
                }
            }
        }
    }

    // A version may stand behind a colon: mariadb:11.4.5.
    private static string IdOf(string text) => text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? text[..colon] : text;
}
