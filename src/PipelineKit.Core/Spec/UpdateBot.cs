namespace PipelineKit.Core.Spec;

/// <summary>Bots that propose newer pins.</summary>
public enum UpdateBot
{
    /// <summary>GitHub's own.</summary>
    Dependabot,

    /// <summary>Renovate, on every forge.</summary>
    Renovate,
}
