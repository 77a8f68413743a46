using System.Diagnostics;
using System.Text;
using Microsoft.Win32.SafeHandles;
using PipelineKit.Core.Files;

namespace PipelineKit.Core.Generation;

/// <summary>
/// The lock that a writing run holds: a file that names its owner. It is advisory, and only runs of this program look at it. The lock of a process
/// that is gone is taken over, in place and under the system's own lock on that file, so that only one of several waiting runs gets it.
/// </summary>
internal sealed class WriterLock : IDisposable
{
    /// <summary>Its path, relative to the repository root.</summary>
    public const string FilePath = ".pipelinekit/writer.lock";

    /// <summary>How long a run waits for another one.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private const int LongestOwner = 512;

    // "It exists" and "somebody has it open": the error numbers of Linux and of macOS (errno(3)), and those of Windows.
    private static readonly int[] Busy = [17, 11, 35, unchecked((int)0x80070050), unchecked((int)0x80070020)];

    private readonly RepositoryRoot _root;
    private readonly bool _madeFolder;

    private WriterLock(RepositoryRoot root, bool madeFolder) => (_root, _madeFolder) = (root, madeFolder);

    /// <summary>Waits for the lock. Null, with the owner in <paramref name="owner"/>, when another run kept it for too long.</summary>
    /// <exception cref="IOException">There is no lock to be had here: no space, or no permission to write.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static WriterLock? Acquire(RepositoryRoot root, TimeSpan patience, out string owner)
    {
        var path = root.FullPath(FilePath);
        var me = LockOwner.OfThisProcess();
        var waited = Stopwatch.StartNew();
        for (owner = ""; ;)
        {
            var made = MakeFolder(root);
            if (Make(path, me) || TakeOver(path, me, out owner))
            {
                return new WriterLock(root, made);
            }

            if (waited.Elapsed > patience)
            {
                return null;
            }

            // Different for every process, so that those who wait do not come back together.
            Thread.Sleep(10 + (Environment.ProcessId % 17));
        }
    }

    public void Dispose()
    {
        try
        {
            File.Delete(_root.FullPath(FilePath));
            if (_madeFolder)
            {
                Directory.Delete(Path.GetDirectoryName(_root.FullPath(FilePath))!, recursive: false);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next run finds the lock of a process that is gone; the folder holds something by now.
        }
    }

    private static bool MakeFolder(RepositoryRoot root)
    {
        var folder = Path.GetDirectoryName(root.FullPath(FilePath))!;
        if (Directory.Exists(folder))
        {
            return false;
        }

        Directory.CreateDirectory(folder);
        return true;
    }

    private static bool Make(string path, LockOwner me)
    {
        // Between the making of the file and the system's lock on it another run may have found it empty, taken it over and even removed it.
        using var file = Create(path);
        if (file is null || RandomAccess.GetLength(file) > 0)
        {
            return false;
        }

        Sign(file, me, path);
        return true;
    }

    private static SafeFileHandle? Create(string path)
    {
        try
        {
            return File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        }
        catch (DirectoryNotFoundException)
        {
            // Another run has just removed the folder that it had made.
            return null;
        }
        catch (IOException e) when (Busy.Contains(e.HResult) || FileReader.Exists(path))
        {
            // The file may be gone by now: whoever had it was quick.
            return null;
        }
    }

    // Nobody else can have the file open here: what is read and what is written belong together. A lock that its owner removed meanwhile is told
    // by looking at the name once more.
    private static bool TakeOver(string path, LockOwner me, out string owner)
    {
        owner = "";
        using (var file = Open(path))
        {
            if (file is null)
            {
                return false;
            }

            var buffer = new byte[LongestOwner];
            owner = Encoding.UTF8.GetString(buffer, 0, RandomAccess.Read(file, buffer, 0));
            if (owner == me.ToString())
            {
                return true;
            }

            if (LockOwner.Parse(owner) is { } other && other.MayLive(() => DateTime.UtcNow - File.GetLastWriteTimeUtc(file)))
            {
                return false;
            }

            Sign(file, me, path);
        }

        return FileReader.Read(path, LongestOwner) is { IsRead: true } content && Encoding.UTF8.GetString(content.Bytes.Span) == me.ToString();
    }

    // Null when it is gone by now, or open in another run that is just writing its name.
    private static SafeFileHandle? Open(string path)
    {
        try
        {
            return FileReader.Exists(path) ? File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    // On a full disk there is no lock rather than one without an owner.
    private static void Sign(SafeFileHandle file, LockOwner me, string path)
    {
        try
        {
            RandomAccess.SetLength(file, 0);
            RandomAccess.Write(file, Encoding.UTF8.GetBytes(me.ToString()), 0);
        }
        catch (IOException)
        {
            File.Delete(path);
            throw;
        }
    }
}
