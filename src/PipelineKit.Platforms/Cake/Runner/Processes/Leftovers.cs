using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace PipelineKitRunner;

/// <summary>
/// Processes that outlive the one that started them. After Ctrl+C a shell may be gone before its children are looked for, and an orphan
/// has no parent to be found by; but it has inherited a variable. Only where the system shows the environment of processes (Linux).
/// </summary>
internal static class Leftovers
{
    /// <summary>The variable that marks all descendants of one started program.</summary>
    public const string Variable = "PIPELINEKIT_PROCESS";

    private const int Passes = 5;

    /// <summary>Ends all processes with this mark; again while new ones appear.</summary>
    public static void End(string mark)
    {
        for (var pass = 0; pass < Passes && Find(mark) is { Count: > 0 } found; pass++)
        {
            found.ForEach(End);
        }
    }

    private static List<int> Find(string mark)
    {
        var wanted = Encoding.UTF8.GetBytes($"{Variable}={mark}\0");
        return !OperatingSystem.IsLinux() ? [] : [.. System.IO.Directory.EnumerateDirectories("/proc")
            .Select(f => int.TryParse(System.IO.Path.GetFileName(f), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 1 && id != Environment.ProcessId && EnvironmentOf(id).AsSpan().IndexOf(wanted) >= 0)];
    }

    // Others' processes cannot be read, and one may end while it is looked at.
    private static byte[] EnvironmentOf(int id)
    {
        try
        {
            return System.IO.File.ReadAllBytes($"/proc/{id.ToString(CultureInfo.InvariantCulture)}/environ");
        }
        catch (Exception error) when (error is System.IO.IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static void End(int id)
    {
        try
        {
            using (var process = Process.GetProcessById(id))
            {
                process.Kill();
            }
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // It has ended meanwhile.
        }
    }
}
