using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Generation;

/// <summary>One file to be written. Exactly one of <see cref="Tree"/> and <see cref="Text"/> is set.</summary>
public sealed record EmittedFile
{
    /// <summary>Path relative to the repository root.</summary>
    public required string Path { get; init; }

    /// <summary>Who owns the file after it was written.</summary>
    public FileOwnership Ownership { get; init; } = FileOwnership.Generated;

    /// <summary>YAML content; the spec's patches are applied to it before it is printed.</summary>
    public YamlMap? Tree { get; init; }

    /// <summary>Other content, with LF line ends, without the generated header.</summary>
    public string? Text { get; init; }

    /// <summary>Second line of the header: what the reader of this file should know; null for what holds for all files.</summary>
    public string? Note { get; init; }

    /// <summary>How a comment line starts in this format (<c>#</c> or <c>//</c>); null where there are no comments (no header then).</summary>
    public string? CommentPrefix { get; init; } = "#";
}

/// <summary>Who owns a file.</summary>
public enum FileOwnership
{
    /// <summary>Written with the generated header, checked for drift, never to be edited by hand.</summary>
    Generated,

    /// <summary>Created when absent, then the user's.</summary>
    CreatedOnce,

    /// <summary>A .NET tool manifest: only missing entries of the content are added to the file that is there, and the version of PipelineKit itself is brought up to date.</summary>
    MergedToolManifest,
}
