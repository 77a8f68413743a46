namespace PipelineKit.Core.Model;

/// <summary>Coarse order of jobs: GitLab's stages, the order of Cake and of the graph.</summary>
public enum Phase
{
    /// <summary>Things other jobs rest on.</summary>
    Prepare,

    /// <summary>Static checks.</summary>
    Check,

    /// <summary>Tests.</summary>
    Test,

    /// <summary>Packages, images, documentation sites.</summary>
    Build,

    /// <summary>Publication to a registry.</summary>
    Publish,

    /// <summary>Roll-out, for example of a documentation site.</summary>
    Deploy,
}
