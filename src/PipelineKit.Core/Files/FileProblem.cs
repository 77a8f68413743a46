namespace PipelineKit.Core.Files;

/// <summary>Why a file was not read.</summary>
public enum FileProblem
{
    /// <summary>It was read.</summary>
    None,

    /// <summary>There is none of that name.</summary>
    Missing,

    /// <summary>A folder has that name.</summary>
    Folder,

    /// <summary>A symbolic link has that name; what it leads to is not asked.</summary>
    Link,

    /// <summary>It is a pipe, a socket or a device.</summary>
    NotRegular,

    /// <summary>It is larger than the caller can use.</summary>
    TooLarge,

    /// <summary>The file system refused: permissions, a lock, a broken disk.</summary>
    Refused,
}
