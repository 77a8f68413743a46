using Microsoft.Win32.SafeHandles;

namespace PipelineKit.Cli.Hosting;

/// <summary>
/// Keeps the numbers of the standard streams taken. A program that is started without them (<c>2&gt;&amp;-</c>) gives the next file that it opens
/// the lowest free number: messages would then be written into a file of the user's.
/// </summary>
internal static class StandardStreams
{
    private const int Last = 2;

    /// <summary>Opens the null device under every number that is free; what is returned holds them.</summary>
    public static IReadOnlyList<SafeFileHandle> Hold()
    {
        var held = new List<SafeFileHandle>();
        if (OperatingSystem.IsWindows())
        {
            return held;
        }

        try
        {
            while (held.Count <= Last)
            {
                var handle = File.OpenHandle("/dev/null", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
                if (handle.DangerousGetHandle() > Last)
                {
                    handle.Dispose();
                    break;
                }

                held.Add(handle);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // No such device here: then nothing more can be done about it.
        }

        return held;
    }
}
