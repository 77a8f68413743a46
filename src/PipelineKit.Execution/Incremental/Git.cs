using PipelineKit.Execution.Processes;

namespace PipelineKit.Execution.Incremental;

/// <summary>Lists of files from git; null where git is missing or this is no repository.</summary>
internal sealed class Git(ChildProcess child, string root)
{
    /// <summary>Tracked files and new ones that are not ignored, relative to the root.</summary>
    public Task<IReadOnlyList<string>?> FilesAsync() => ListAsync("ls-files", "-z", "--cached", "--others", "--exclude-standard");

    /// <summary>Files that differ from the point where the branch left a revision, new ones included.</summary>
    public async Task<IReadOnlyList<string>?> ChangedSinceAsync(string revision)
    {
        var found = await ListAsync("merge-base", revision, "HEAD");
        var changed = found is [var start] ? await ListAsync("diff", "--name-only", "--relative", "-z", start.Trim()) : null;
        var added = await ListAsync("ls-files", "-z", "--others", "--exclude-standard");
        return changed is null || added is null ? null : [.. changed, .. added];
    }

    private async Task<IReadOnlyList<string>?> ListAsync(params string[] arguments)
    {
        var (code, output) = await child.CaptureAsync(new("git", arguments, root), withErrors: false, CancellationToken.None);
        return code == 0 ? output.Split('\0', StringSplitOptions.RemoveEmptyEntries) : null;
    }
}
