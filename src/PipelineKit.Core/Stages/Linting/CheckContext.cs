using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Stages.Linting;

/// <summary>Where a check reports.</summary>
internal sealed class CheckContext(ITemplateCheck check, DiagnosticBag diagnostics)
{
    public void Report(SourceSpan span, string message, string? hint = null) => diagnostics.Add(check.Descriptor, span, message, hint);
}
