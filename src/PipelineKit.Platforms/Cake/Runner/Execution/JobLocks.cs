namespace PipelineKitRunner;

/// <summary>Which jobs may not run at once.</summary>
internal static class JobLocks
{
    /// <summary>
    /// The lock on a project's own files: it also holds against projects in folders above and below, but not beside it.
    /// "workspace/NAME" is a part of them: it holds against the same part and against the whole.
    /// </summary>
    public const string Workspace = "workspace";

    /// <summary>Any other name stands for one thing in the whole repository (a port, a database).</summary>
    public static bool Exclude(JobData one, JobData other) => one.Locks.Any(name => other.Locks.Any(o => Meet(name, o)
        && (!IsOfWorkspace(name) || IsWithin(one.Directory, other.Directory) || IsWithin(other.Directory, one.Directory))));

    private static bool Meet(string one, string other) =>
        one == other || (one == Workspace && IsOfWorkspace(other)) || (other == Workspace && IsOfWorkspace(one));

    private static bool IsOfWorkspace(string name) => name == Workspace || name.StartsWith(Workspace + "/", StringComparison.Ordinal);

    private static bool IsWithin(string folder, string path) =>
        folder == "." || path == folder || path.StartsWith(folder + "/", StringComparison.Ordinal);
}
