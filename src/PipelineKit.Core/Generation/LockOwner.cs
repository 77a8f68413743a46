using System.Diagnostics;
using System.Globalization;

namespace PipelineKit.Core.Generation;

/// <summary>The process that holds a <see cref="WriterLock"/>.</summary>
/// <param name="Process">Its number.</param>
/// <param name="Started">Something that changes when the number is used again; empty where the system does not say.</param>
/// <param name="Host">Machine, or container, on which the number means something.</param>
/// <param name="Nonce">Tells two locks of one process apart.</param>
internal sealed record LockOwner(int Process, string Started, string Host, string Nonce)
{
    // No run takes so long: for owners on other machines (a shared folder), which cannot be asked.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public static LockOwner OfThisProcess() => new(
        Environment.ProcessId, StartOf(Environment.ProcessId) ?? "", Here(), Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture));

    /// <summary>Reads an owner; null when the text is none, for example because its process ended before it had written it.</summary>
    public static LockOwner? Parse(string text)
    {
        var words = text.Split(' ');
        return words.Length == 4 && int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var process) && process > 0
            ? new LockOwner(process, words[1], words[2], words[3])
            : null;
    }

    /// <summary>False when the process is certainly gone.</summary>
    /// <param name="age">How long ago the lock was written.</param>
    public bool MayLive(Func<TimeSpan> age)
    {
        if (Host != Here() || Started.Length == 0)
        {
            return age() < Longest;
        }

        // Linux: a zombie is gone, and a number that was used again has another start.
        if (OperatingSystem.IsLinux())
        {
            return StartOf(Process) is { } start && start == Started;
        }

        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(Process);
            return !process.HasExited && age() < Longest;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Process} {Started} {Host} {Nonce}");

    // Numbers of processes mean something within one namespace only: two containers can have one name and count from 1 each.
    private static string Here()
    {
        var space = OperatingSystem.IsLinux() ? new FileInfo("/proc/self/ns/pid").LinkTarget : null;
        return $"{Environment.MachineName}/{space}".Replace(' ', '-');
    }

    // proc_pid_stat(5): the program's name stands in parentheses and may hold anything; the state is the first field behind it, the start the 20th.
    private static string? StartOf(int process)
    {
        if (!OperatingSystem.IsLinux())
        {
            return "-";
        }

        try
        {
            var text = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"));
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? null : fields[19];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            return null;
        }
    }
}
