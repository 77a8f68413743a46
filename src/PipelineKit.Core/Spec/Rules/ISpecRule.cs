using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>One thing that must hold in a spec beyond the shape of its values. A rule has one code, one documentation page and one case at least.</summary>
internal interface ISpecRule
{
    /// <summary>What it reports.</summary>
    DiagnosticDescriptor Descriptor { get; }

    /// <summary>Reports every place where it does not hold.</summary>
    void Check(SpecDocument spec, RuleContext context);
}
