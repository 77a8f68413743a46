using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Stages.Linting;

/// <summary>One trap that a template can fall into. A check has one code, one documentation page and one case at least.</summary>
internal interface ITemplateCheck
{
    /// <summary>What it reports.</summary>
    DiagnosticDescriptor Descriptor { get; }

    /// <summary>Reports every place of a stage that falls into the trap.</summary>
    void Check(LintedStage stage, CheckContext context);
}
