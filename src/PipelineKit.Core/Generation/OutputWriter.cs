using System.Text.Json;
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
        var changes = planned.Where(p => p.Changes).Select(p => p.File).ToList();
        if (changes.Count == 0)
        {
            return;
        }

        var made = new List<string>();
        try
        {
            foreach (var file in changes)
            {
                made.Add(WriteTemporary(file));
            }

            WriteJournal([.. changes.Select(f => f.Path)]);
        }
        catch
        {
            made.ForEach(Discard);
            throw;
        }

        Finish(changes.Select(f => f.Path));
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
        Finish(waiting);
        return waiting;
    }

    private string WriteTemporary(OutputFile file)
    {
        var target = root.FullPath(file.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var temporary = target + TemporarySuffix;
        WriteNew(temporary, file.Bytes);
        return temporary;
    }

    private void WriteJournal(IReadOnlyList<string> paths)
    {
        var journal = root.FullPath(JournalPath);
        Directory.CreateDirectory(Path.GetDirectoryName(journal)!);
        WriteNew(journal, JsonSerializer.SerializeToUtf8Bytes(paths, JournalJson.Default.IReadOnlyListString));
    }

    // Whatever lies there under that name, a link to elsewhere perhaps, is removed and not followed.
    private static void WriteNew(string path, byte[] bytes)
    {
        File.Delete(path);
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        stream.Write(bytes);
    }

    private void Finish(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            var target = root.FullPath(path);
            KeepMode(target);
            File.Move(target + TemporarySuffix, target, overwrite: true);
        }

        File.Delete(root.FullPath(JournalPath));
    }

    // A rename would replace the permissions that the file had.
    private static void KeepMode(string target)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(target))
        {
            File.SetUnixFileMode(target + TemporarySuffix, File.GetUnixFileMode(target));
        }
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
