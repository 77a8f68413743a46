using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Files;

/// <summary>What came of reading a file.</summary>
/// <param name="Bytes">Its bytes; empty unless <paramref name="Problem"/> is <see cref="FileProblem.None"/>.</param>
/// <param name="Problem">Why there are none.</param>
/// <param name="Limit">The limit that applied, in bytes.</param>
public readonly record struct FileContent(ReadOnlyMemory<byte> Bytes, FileProblem Problem, long Limit)
{
    /// <summary>True when the file was read.</summary>
    public bool IsRead => Problem == FileProblem.None;

    /// <summary>The problem in words that fit behind "the file" or its name; null when there is none.</summary>
    public string? Reason => Problem switch
    {
        FileProblem.None => null,
        FileProblem.Missing => "does not exist",
        FileProblem.Folder => "is a folder, not a file",
        FileProblem.Link => "is a symbolic link, and links are not followed",
        FileProblem.NotRegular => "is no regular file but a pipe, a socket or a device",
        FileProblem.TooLarge => $"is larger than {MessageText.Number(Limit >> 20)} MiB",
        _ => "cannot be read: permission denied or in use",
    };
}
