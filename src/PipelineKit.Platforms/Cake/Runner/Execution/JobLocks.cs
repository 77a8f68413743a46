namespace PipelineKitRunner;

/// <summary>Which jobs may not run at once.</summary>
internal static class JobLocks
{
    /// <summary>
    /// The lock on a project's own files: it also holds against projects in folders above and below, but not beside it.
    /// "workspace/NAME" is a part of them: within one folder it holds against the same part and against the whole. Between a folder and one
    /// above it parts count as the whole, since the projects above may build those below.
    /// </summary>
    public const string Workspace = "workspace";

    /// <summary>Any other name stands for one thing in the whole repository (a port, a database).</summary>
    public static bool Exclude(JobData one, JobData other) => one.Locks.Any(name => other.Locks.Any(o =>
        !IsOfWorkspace(name) || !IsOfWorkspace(o) ? name == o
        : one.Directory == other.Directory ? Meet(name, o)
        : IsWithin(one.Directory, other.Directory) || IsWithin(other.Directory, one.Directory)));

    // A part can be the name of a folder, which some systems know in any case.
    private static bool Meet(string one, string other) => one == Workspace || other == Workspace || one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static bool IsOfWorkspace(string name) => name == Workspace || name.StartsWith(Workspace + "/", StringComparison.Ordinal);

    private static bool IsWithin(string folder, string path) =>
        folder == "." || path == folder || path.StartsWith(folder + "/", StringComparison.Ordinal);
}
