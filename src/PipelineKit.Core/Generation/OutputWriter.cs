using System.Text.Json;
using Microsoft.Win32.SafeHandles;
using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Generation;

/// <summary>
/// The only place that writes a repository's files. Every new text goes to a temporary file in the same folder first; then a journal says what is
/// to be renamed; then the renames happen. A run that is cut off before the journal leaves the repository as it was; one that is cut off after it
/// is finished by the next command (<see cref="Recover"/>).
/// </summary>
public sealed class OutputWriter(RepositoryRoot root)
{
    /// <summary>Path of the journal, relative to the repository root.</summary>
    public const string JournalPath = ".pipelinekit/journal.json";

    private const string TemporarySuffix = ".pipelinekit-new";

    /// <summary>Writes all files that change, together.</summary>
    /// <exception cref="IOException">The file system refused; nothing was renamed, or the journal tells what is left to do.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder or file may not be written; likewise.</exception>
    public void Write(IEnumerable<PlannedFile> planned)
    {
        var changes = planned.Where(p => p.Changes).ToList();
        if (changes.Count == 0)
        {
            return;
        }

        var made = new List<string>();
        try
        {
            var folders = new HashSet<string>(StringComparer.Ordinal);
            foreach (var change in changes)
            {
                made.Add(WriteTemporary(change.File, folders));
            }

            WriteJournal([.. changes.Select(c => c.File.Path)], folders);
        }
        catch
        {
            made.ForEach(Discard);
            throw;
        }

        changes.ForEach(c => PutInPlace(root.FullPath(c.File.Path), isNew: c.State == FileState.New));
        File.Delete(root.FullPath(JournalPath));
    }

    /// <summary>Finishes what an interrupted run had begun. Returns the paths that were put in place, or null when there was nothing to do.</summary>
    /// <exception cref="IOException">The file system refused.</exception>
    public IReadOnlyList<string>? Recover()
    {
        var journal = root.FullPath(JournalPath);
        if (!File.Exists(journal))
        {
            return null;
        }

        IReadOnlyList<string> paths;
        try
        {
            paths = JsonSerializer.Deserialize(File.ReadAllText(journal), JournalJson.Default.IReadOnlyListString) ?? [];
        }
        catch (JsonException)
        {
            // Cut off while the journal itself was written: no rename had happened yet.
            File.Delete(journal);
            return [];
        }

        // The journal comes from disk: a path in it is trusted no more than one from a spec.
        var waiting = paths.Where(p => root.WhyUnsafe(p) is null && File.Exists(root.FullPath(p) + TemporarySuffix)).ToList();
        waiting.ForEach(p => PutInPlace(root.FullPath(p), isNew: false));
        File.Delete(journal);
        return waiting;
    }

    private string WriteTemporary(OutputFile file, HashSet<string> folders)
    {
        var target = root.FullPath(file.Path);
        MakeFolderOf(target, folders);
        var temporary = target + TemporarySuffix;
        WriteNew(temporary, file.Bytes);
        return temporary;
    }

    private void WriteJournal(IReadOnlyList<string> paths, HashSet<string> folders)
    {
        var journal = root.FullPath(JournalPath);
        MakeFolderOf(journal, folders);
        WriteNew(journal, JsonSerializer.SerializeToUtf8Bytes(paths, JournalJson.Default.IReadOnlyListString));
    }

    private static void MakeFolderOf(string path, HashSet<string> known)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (known.Add(folder))
        {
            Directory.CreateDirectory(folder);
        }
    }

    private static void WriteNew(string path, byte[] bytes)
    {
        using var file = CreateNew(path);
        RandomAccess.Write(file, bytes, fileOffset: 0);
    }

    // Whatever lies there under that name, a link to elsewhere perhaps, is removed and not followed.
    private static SafeFileHandle CreateNew(string path)
    {
        try
        {
            return File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        }
        catch (IOException) when (new FileInfo(path) is { Exists: true } or { LinkTarget: not null })
        {
            File.Delete(path);
            return File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        }
    }

    private static void PutInPlace(string target, bool isNew)
    {
        // A rename would replace the permissions that the file had.
        if (!isNew && !OperatingSystem.IsWindows() && File.Exists(target))
        {
            File.SetUnixFileMode(target + TemporarySuffix, File.GetUnixFileMode(target));
        }

        File.Move(target + TemporarySuffix, target, overwrite: true);
    }

    private static void Discard(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The failure that led here is the one worth telling.
        }
    }
}
