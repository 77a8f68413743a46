namespace PipelineKit.Platforms.GitLab;

/// <summary>Limits of GitLab.com and of a self-managed instance as installed (docs.gitlab.com, "CI/CD YAML syntax reference").</summary>
internal static class GitLabLimits
{
    /// <summary>Jobs that one <c>parallel: matrix</c> may make.</summary>
    public const int MatrixLeaves = 200;

    /// <summary>Entries of <c>needs</c>, counted after matrices are spread (<c>ci_needs_size_limit</c>).</summary>
    public const int Needs = 50;

    /// <summary>Files of <c>cache: key: files</c>.</summary>
    public const int CacheKeyFiles = 2;

    /// <summary>Patterns of one <c>rules: changes</c>.</summary>
    public const int ChangesPatterns = 50;

    /// <summary>Characters of a job's name with its matrix values.</summary>
    public const int JobName = 255;

    /// <summary>Characters of <c>artifacts: expose_as</c>.</summary>
    public const int ExposeAs = 100;
}
