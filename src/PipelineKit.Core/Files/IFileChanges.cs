namespace PipelineKit.Core.Files;

/// <summary>
/// The operations by which files of a repository change, one call of the system each. Every change goes through it, so that tests can let each
/// single one of them fail. All paths are full; all operations throw <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>.
/// </summary>
internal interface IFileChanges
{
    /// <summary>Makes one folder; its parent is there.</summary>
    void MakeFolder(string path);

    /// <summary>Makes a file where there is nothing yet and writes its content; part of it may be there after a failure.</summary>
    void WriteNew(string path, ReadOnlySpan<byte> bytes);

    /// <summary>Gives a file the permissions of another.</summary>
    void CopyMode(string from, string to);

    /// <summary>Gives a file another name, in place of what has it.</summary>
    void Rename(string from, string to);

    /// <summary>Removes a file or a link; nothing happens where there is none.</summary>
    void Delete(string path);

    /// <summary>Removes an empty folder.</summary>
    void DeleteFolder(string path);
}
