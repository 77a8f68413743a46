namespace PipelineKitRunner;

/// <summary>Which jobs may not run at once.</summary>
internal static class JobLocks
{
    /// <summary>The lock on a project's own files: it also holds against projects in folders above and below, but not beside it.</summary>
    public const string Workspace = "workspace";

    /// <summary>Any other name stands for one thing in the whole repository (a port, a database).</summary>
    public static bool Exclude(JobData one, JobData other) => one.Locks.Intersect(other.Locks, StringComparer.Ordinal)
        .Any(name => name != Workspace || IsWithin(one.Directory, other.Directory) || IsWithin(other.Directory, one.Directory));

    private static bool IsWithin(string folder, string path) =>
        folder == "." || path == folder || path.StartsWith(folder + "/", StringComparison.Ordinal);
}
