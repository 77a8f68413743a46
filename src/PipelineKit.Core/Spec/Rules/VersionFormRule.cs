using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Pins;
using PipelineKit.Core.Spec.Text;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>Ranges and versions are written so that they can be compared; a pin is one version.</summary>
internal sealed class VersionFormRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1012", "Not a version", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        if (spec.Requires is { } requires && !VersionRange.TryParse(requires.Value, out _))
        {
            context.Report(requires.Span, $"requires is no range of versions: {MessageText.Quote(requires.Value)}", "for example \">=0.1\" or \">=0.2 <1\"");
        }

        foreach (var (tool, version) in spec.Pins)
        {
            var kind = PinText.KindOf(tool, version.Value, context.Catalog.IsImage);
            if (kind == PinKind.Tool)
            {
                Exact(version, $"the pin of {tool}", context);
            }
            else if (!PinText.IsValue(kind, version.Value))
            {
                context.Report(version.Span, $"the pin of {tool} is none: {MessageText.Quote(version.Value)}", $"write {PinText.Form(kind)}");
            }
        }

        if (spec.Source.At("pipelinekit", "version") is { Value: SourceScalar version2 })
        {
            Exact(new(version2.Value, version2.Span), "pipelinekit.version", context);
        }
    }

    private static void Exact(Spanned<string> version, string what, RuleContext context)
    {
        if (!VersionRange.IsExact(version.Value))
        {
            context.Report(version.Span, $"{what} must be one exact version, found {MessageText.Quote(version.Value)}", "for example 1.4.2; a range or \"latest\" changes under a pipeline's feet");
        }
    }
}
