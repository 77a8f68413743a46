using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Spec.Text;

/// <summary>
/// Which branches a flow keeps beside the default one. Feature branches are in none of them: their pull requests start the pipeline, and a
/// pipeline of the push as well would check every commit twice.
/// </summary>
internal static class BranchFlows
{
    private static readonly string[] Gitflow = ["develop", "hotfix/**", "release/**"];

    /// <summary>The branches, each at the place where the flow is written. <c>develop</c> is often the default one itself.</summary>
    public static IEnumerable<Spanned<string>> Of(Spanned<BranchFlow>? flow, string defaultBranch) =>
        flow?.Value == BranchFlow.Gitflow ? Gitflow.Where(branch => branch != defaultBranch).Select(branch => new Spanned<string>(branch, flow.Span)) : [];
}
