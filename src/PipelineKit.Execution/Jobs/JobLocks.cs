using PipelineKit.Core.Model;

namespace PipelineKit.Execution.Jobs;

/// <summary>Which jobs may not run at once.</summary>
internal static class JobLocks
{
    /// <summary>
    /// The lock on a project's own files: it also holds against projects in folders above and below, but not beside it.
    /// "workspace/NAME" is a part of them: within one folder it holds against the same part and against the whole. Between a folder and one
    /// above it parts count as the whole, since the projects above may build those below.
    /// </summary>
    private const string Workspace = "workspace";

    /// <summary>Any other name stands for one thing in the whole repository (a port, a database).</summary>
    public static bool Exclude(Job one, Job other) => one.Locks.Any(name => other.Locks.Any(o => Exclude(one, name, other, o)));

    private static bool Exclude(Job one, string name, Job other, string otherName)
    {
        if (!IsOfWorkspace(name) || !IsOfWorkspace(otherName))
        {
            return name == otherName;
        }

        var (folder, otherFolder) = (one.Project.Path, other.Project.Path);
        return folder == otherFolder ? Meet(name, otherName) : IsWithin(folder, otherFolder) || IsWithin(otherFolder, folder);
    }

    // A part can be the name of a folder, which some systems know in any case.
    private static bool Meet(string one, string other) => one == Workspace || other == Workspace || one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static bool IsOfWorkspace(string name) => name == Workspace || name.StartsWith(Workspace + "/", StringComparison.Ordinal);

    private static bool IsWithin(string folder, string path) => folder == "." || path.StartsWith(folder + "/", StringComparison.Ordinal);
}
