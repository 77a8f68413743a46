using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Files;

namespace PipelineKit.Core.Generation;

/// <summary>One attempt to write some files together: all of them, or none, or an exception that says which.</summary>
/// <param name="root">The repository.</param>
/// <param name="changes">The files.</param>
/// <param name="journal">What the outputs may hold from the first rename on.</param>
/// <param name="keepsJournal">True when files of an interrupted run are still to be told from a person's after this attempt was taken back.</param>
internal sealed class WriteAttempt(RepositoryRoot root, IReadOnlyList<PlannedFile> changes, Journal journal, bool keepsJournal)
{
    private readonly List<string> _folders = [];
    private readonly List<string> _temporaries = [];
    private readonly Stack<(string Path, ReadOnlyMemory<byte>? Old)> _inPlace = [];
    private bool _journalIsThere;

    /// <summary>Writes.</summary>
    /// <exception cref="OutputWriteException">The file system refused.</exception>
    public void Run()
    {
        try
        {
            foreach (var change in changes)
            {
                WriteTemporary(change.File.Path, change.File.Bytes);
            }

            WriteTemporary(Journal.FilePath, journal.Print());
            Rename(Journal.FilePath);
            _journalIsThere = true;
            foreach (var change in changes)
            {
                PutInPlace(change);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutputWriteException($"{e.Message}; {TakeBack()}", e);
        }

        if (Leftovers([Journal.FilePath]) is { Count: > 0 })
        {
            throw new OutputWriteException($"all files are written, but {Journal.FilePath} could not be removed");
        }
    }

    private void WriteTemporary(string path, ReadOnlySpan<byte> bytes)
    {
        MakeFolderOf(path);
        var temporary = OutputWriter.TemporaryOf(path);
        _temporaries.Add(temporary);
        WriteAnew(temporary, bytes);
    }

    // Whatever lies there under that name, a link to elsewhere perhaps, is removed and not followed.
    private void WriteAnew(string path, ReadOnlySpan<byte> bytes)
    {
        var full = root.FullPath(path);
        if (new FileInfo(full) is { Exists: true } or { LinkTarget: not null })
        {
            root.Changes.Delete(full);
        }

        root.Changes.WriteNew(full, bytes);
    }

    private void MakeFolderOf(string path)
    {
        var parts = path.Split('/');
        for (var length = 1; length < parts.Length; length++)
        {
            var folder = string.Join('/', parts[..length]);
            if (!Directory.Exists(root.FullPath(folder)))
            {
                root.Changes.MakeFolder(root.FullPath(folder));
                _folders.Add(folder);
            }
        }
    }

    private void PutInPlace(PlannedFile change)
    {
        var path = change.File.Path;
        var old = root.Read(path, FileReader.LargeFile);
        if (old.Problem is not (FileProblem.None or FileProblem.Missing))
        {
            throw new IOException($"{path} {old.Reason}");
        }

        if (change.Current is not null && root.ReadText(path) != change.Current)
        {
            throw new IOException($"{path} was changed while this run was under way");
        }

        if (old.IsRead)
        {
            root.Changes.CopyMode(root.FullPath(path), root.FullPath(OutputWriter.TemporaryOf(path)));
        }

        Rename(path);
        _inPlace.Push((path, old.IsRead ? old.Bytes : default(ReadOnlyMemory<byte>?)));
    }

    private void Rename(string path)
    {
        root.Changes.Rename(root.FullPath(OutputWriter.TemporaryOf(path)), root.FullPath(path));
        _temporaries.Remove(OutputWriter.TemporaryOf(path));
    }

    // In words, what state the files are in now.
    private string TakeBack()
    {
        var stuck = new List<string>();
        while (_inPlace.TryPop(out var done))
        {
            if (!TryRestore(done.Path, done.Old))
            {
                stuck.Add(done.Path);
            }
        }

        if (stuck.Count > 0)
        {
            return $"new are {MessageText.List(stuck)}, all other files are as they were; the next run finishes the work";
        }

        var left = Leftovers(_journalIsThere && !keepsJournal ? [Journal.FilePath, .. _temporaries] : _temporaries);
        RemoveFolders();
        return left.Count == 0 ? "every file is as it was" : $"every file is as it was, but {MessageText.List(left)} could not be removed";
    }

    private bool TryRestore(string path, ReadOnlyMemory<byte>? old)
    {
        try
        {
            if (old is not { } bytes)
            {
                root.Changes.Delete(root.FullPath(path));
                return true;
            }

            var temporary = OutputWriter.TemporaryOf(path);
            _temporaries.Add(temporary);
            WriteAnew(temporary, bytes.Span);
            root.Changes.CopyMode(root.FullPath(path), root.FullPath(temporary));
            Rename(path);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // Removes files; those that could not be removed are returned.
    private List<string> Leftovers(IEnumerable<string> paths)
    {
        var left = new List<string>();
        foreach (var path in paths)
        {
            try
            {
                root.Changes.Delete(root.FullPath(path));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                left.Add(path);
            }
        }

        return [.. left.Where(path => FileReader.Exists(root.FullPath(path)))];
    }

    private void RemoveFolders()
    {
        foreach (var folder in Enumerable.Reverse(_folders))
        {
            try
            {
                root.Changes.DeleteFolder(root.FullPath(folder));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // An empty folder, or one that somebody uses by now.
            }
        }
    }
}
