namespace PipelineKit.Core.Files;

/// <summary>The operations of the disk itself.</summary>
internal sealed class DiskChanges : IFileChanges
{
    public void MakeFolder(string path) => Directory.CreateDirectory(path);

    public void WriteNew(string path, ReadOnlySpan<byte> bytes)
    {
        using var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        RandomAccess.Write(file, bytes, fileOffset: 0);
    }

    // A rename would replace the permissions that the file had.
    public void CopyMode(string from, string to)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(to, File.GetUnixFileMode(from));
        }
    }

    public void Rename(string from, string to) => File.Move(from, to, overwrite: true);

    public void Delete(string path) => File.Delete(path);

    public void DeleteFolder(string path) => Directory.Delete(path, recursive: false);
}
