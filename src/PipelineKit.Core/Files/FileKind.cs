using System.Runtime.InteropServices;
using System.Text;

namespace PipelineKit.Core.Files;

/// <summary>What lies under a name, found without opening it: opening a pipe waits for somebody who writes, opening a device may do anything.</summary>
internal static class FileKind
{
    private const int TypeMask = 0xF000;
    private const int RegularType = 0x8000;

    /// <summary>The reason not to read what lies under a full path, or <see cref="FileProblem.None"/> for a regular file.</summary>
    public static FileProblem ProblemOf(string path)
    {
        var info = new FileInfo(path);
        var attributes = info.Attributes;
        if ((int)attributes == -1)
        {
            return FileProblem.Missing;
        }

        if (attributes.HasFlag(FileAttributes.ReparsePoint) && info.LinkTarget is not null)
        {
            return FileProblem.Link;
        }

        if (attributes.HasFlag(FileAttributes.Directory))
        {
            return FileProblem.Folder;
        }

        return attributes.HasFlag(FileAttributes.Device) || !IsRegular(path) ? FileProblem.NotRegular : FileProblem.None;
    }

    // The base library tells folders and links apart and nothing else, so its own native part is asked: lstat(2), with one layout on all systems.
    private static bool IsRegular(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return true;
        }

        return LStat(Encoding.UTF8.GetBytes(path + "\0"), out var status) != 0 || (status.Mode & TypeMask) == RegularType;
    }

    [DllImport("libSystem.Native", EntryPoint = "SystemNative_LStat")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int LStat(byte[] path, out Status status);

    // Only the beginning is read; the size leaves room for what follows it.
    [StructLayout(LayoutKind.Sequential, Size = 256)]
    private readonly struct Status
    {
        private readonly int _flags;

        public readonly int Mode;
    }
}
