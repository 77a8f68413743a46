using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Spec;

namespace PipelineKit.Core.Packs.Rules;

/// <summary>One kind of rule that a pack can have. It has a key in <c>pack.yml</c>, a code with a page, and a case.</summary>
internal interface IPackRule
{
    /// <summary>Its key below <c>rules</c>.</summary>
    string Key { get; }

    /// <summary>What it reports.</summary>
    DiagnosticDescriptor Descriptor { get; }

    /// <summary>Reports every place of a spec where a pack's rule of this kind is weakened.</summary>
    void Check(Pack pack, SpecDocument spec, PackRuleContext context);
}
