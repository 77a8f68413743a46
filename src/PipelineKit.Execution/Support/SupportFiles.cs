using PipelineKit.Core.Generation;

namespace PipelineKit.Execution.Support;

/// <summary>
/// Files that stages read, there for the time of a run although nobody has generated them, or not since the spec was changed. Afterwards the
/// folder is as it was. One that somebody has edited or made is used as it is: that is what CI reads.
/// </summary>
public sealed class SupportFiles : IDisposable
{
    private readonly RepositoryRoot _root;
    private readonly List<(PlannedFile Plan, byte[]? Before)> _written = [];

    private SupportFiles(RepositoryRoot root) => _root = root;

    /// <summary>Writes what is missing or out of date.</summary>
    /// <param name="root">The repository.</param>
    /// <param name="planned">The support files, compared with the disk.</param>
    /// <exception cref="IOException">A file cannot be written; the folder is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static SupportFiles Write(RepositoryRoot root, IEnumerable<PlannedFile> planned)
    {
        var files = new SupportFiles(root);
        var missing = planned.Where(p => p.State is FileState.New or FileState.Outdated).ToList();
        files._written.AddRange(missing.Select(p => (p, p.State == FileState.New ? null : File.ReadAllBytes(root.FullPath(p.File.Path)))));
        new OutputWriter(root).Write(missing);
        return files;
    }

    /// <summary>Puts everything back. A file that was changed meanwhile is left alone.</summary>
    public void Dispose()
    {
        foreach (var (plan, before) in _written.Where(w => _root.ReadText(w.Plan.File.Path) == w.Plan.File.Text))
        {
            var path = _root.FullPath(plan.File.Path);
            if (before is not null)
            {
                File.WriteAllBytes(path, before);
                continue;
            }

            File.Delete(path);
            var folder = Path.GetDirectoryName(path)!;
            if (!Directory.EnumerateFileSystemEntries(folder).Any())
            {
                Directory.Delete(folder);
            }
        }

        _written.Clear();
    }
}
