namespace PipelineKit.Core.Generation;

/// <summary>A file as it shall be on disk.</summary>
/// <param name="Path">Relative to the repository root.</param>
/// <param name="Text">Whole text, header included, LF.</param>
/// <param name="Ownership">Who owns it.</param>
public sealed record OutputFile(string Path, string Text, FileOwnership Ownership)
{
    private readonly PrintedText? _printed;

    internal OutputFile(string path, PrintedText printed, FileOwnership ownership)
        : this(path, printed.Text, ownership) => _printed = printed;

    /// <summary>Hash of the text without its header, as the lock file keeps it.</summary>
    internal string BodyHash => Current?.BodyHash ?? ContentHash.Of(GeneratedHeader.BodyOf(Text));

    /// <summary>The text as bytes.</summary>
    internal byte[] Bytes => Current?.Bytes ?? RepositoryRoot.Encoding.GetBytes(Text);

    // A copy of the record may have got another text.
    private PrintedText? Current => ReferenceEquals(_printed?.Text, Text) ? _printed : null;
}

/// <summary>A file together with what has to be done about it.</summary>
/// <param name="File">As it shall be; for a merged file, the merged text.</param>
/// <param name="State">How the disk compares.</param>
/// <param name="Current">Text on disk with LF line ends, or null.</param>
public sealed record PlannedFile(OutputFile File, FileState State, string? Current)
{
    /// <summary>True when the file only waits for newer pins that were taken over from another file, or has them already: no drift.</summary>
    public bool WaitsForPins { get; init; }

    /// <summary>True when writing would change the disk.</summary>
    public bool Changes => State is FileState.New or FileState.Outdated or FileState.EditedByHand or FileState.Foreign;
}

/// <summary>How the file on disk compares with what shall be there.</summary>
public enum FileState
{
    /// <summary>Equal, up to line ends.</summary>
    Unchanged,

    /// <summary>Not there yet.</summary>
    New,

    /// <summary>Made from an earlier spec or by an earlier version.</summary>
    Outdated,

    /// <summary>Ours, but changed by hand since.</summary>
    EditedByHand,

    /// <summary>Not made from the spec.</summary>
    Foreign,

    /// <summary>The user's own file that only had to exist.</summary>
    Kept,
}
