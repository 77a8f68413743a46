using PipelineKit.Core.Files;

namespace PipelineKit.Core.Generation;

/// <summary>
/// The only place that writes a repository's files. Every new text goes to a temporary file in the same folder first; then a journal says what the
/// outputs may hold from now on; then the renames happen. A run that fails takes back what it did; one that is cut off leaves the repository as it
/// was, or with a journal from which the next run tells what is its own.
/// </summary>
public sealed class OutputWriter(RepositoryRoot root)
{
    private const string TemporarySuffix = ".pipelinekit-new";

    /// <summary>Writes all files that change, together, while no other run writes.</summary>
    /// <exception cref="OutputWriteException">The file system refused, or another run is writing; the message tells the state of the files.</exception>
    public void Write(IEnumerable<PlannedFile> planned)
    {
        using var held = TryLock(root, out var owner);
        if (owner is not null)
        {
            throw new OutputWriteException($"another run is writing here ({owner}); nothing was written");
        }

        Write([.. planned], Journal.Empty);
    }

    /// <summary>The name under which a file is written before it is put in place.</summary>
    internal static string TemporaryOf(string path) => path + TemporarySuffix;

    /// <summary>
    /// The lock, or null with the owner's name when another run has it. Null without an owner where no lock can be made: it protects from runs of
    /// this program only, and what cannot be written here will say so itself.
    /// </summary>
    internal static WriterLock? TryLock(RepositoryRoot root, out string? owner)
    {
        owner = null;
        try
        {
            var held = root.WhyUnsafe(WriterLock.FilePath) is null ? WriterLock.Acquire(root, WriterLock.Patience, out owner) : null;
            owner = held is null ? owner : null;
            return held;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            owner = null;
            return null;
        }
    }

    /// <summary>Writes all files that change; the caller holds the lock.</summary>
    /// <param name="planned">All outputs.</param>
    /// <param name="earlier">What a run that was interrupted left.</param>
    internal void Write(IReadOnlyList<PlannedFile> planned, Journal earlier)
    {
        if (planned.Any(p => p.Changes))
        {
            new WriteAttempt(root, [.. planned.Where(p => p.Changes)], JournalOf(planned, earlier), keepsJournal: earlier.Outputs.Count > 0).Run();
        }
    }

    private static Journal JournalOf(IReadOnlyList<PlannedFile> planned, Journal earlier)
    {
        var outputs = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (file, _, current) in planned.Where(p => p.File.Ownership == FileOwnership.Generated))
        {
            var old = current is null ? null : ContentHash.Of(GeneratedHeader.BodyOf(current));
            outputs[file.Path] = old is not null && old != file.BodyHash && earlier.Knows(file.Path, old) ? [file.BodyHash, old] : [file.BodyHash];
        }

        return new Journal(outputs);
    }
}
