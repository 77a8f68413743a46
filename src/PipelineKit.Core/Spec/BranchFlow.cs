namespace PipelineKit.Core.Spec;

/// <summary>Which branches live long enough to have pipelines of their own.</summary>
public enum BranchFlow
{
    /// <summary>The default branch.</summary>
    Trunk,

    /// <summary>The default branch, and those of the Git flow: develop, release and hotfix branches.</summary>
    Gitflow,

    /// <summary>The default branch, and what the spec lists.</summary>
    Custom,
}
