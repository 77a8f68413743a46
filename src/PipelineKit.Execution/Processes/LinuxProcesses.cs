using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace PipelineKit.Execution.Processes;

/// <summary>
/// The processes that a started program has left: those of its session, and those that took a session of their own but inherited a variable.
/// An orphan has no parent to be found by. Only Linux shows both (<c>/proc</c>); elsewhere nothing is found.
/// </summary>
internal static class LinuxProcesses
{
    /// <summary>The variable that marks all descendants of a started program.</summary>
    public const string Variable = "PIPELINEKIT_PROCESS";

    /// <summary>Asks a process to end.</summary>
    public const int Terminate = 15;

    /// <summary>Ends a process.</summary>
    public const int Kill = 9;

    /// <summary>Processes that are alive and carry the mark or belong to one of the sessions.</summary>
    public static IReadOnlyList<RunningProcess> Find(string mark, IReadOnlyCollection<int> sessions)
    {
        if (!OperatingSystem.IsLinux())
        {
            return [];
        }

        var wanted = Encoding.UTF8.GetBytes($"{Variable}={mark}\0");
        return
        [
            .. from folder in Directory.EnumerateDirectories("/proc")
               let id = int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0
               where id > 1 && id != Environment.ProcessId
               let status = StatusOf(folder)
               where status is { IsAlive: true } && (sessions.Contains(status.Value.Session) || Read(folder, "environ").AsSpan().IndexOf(wanted) >= 0)
               select new RunningProcess(id, CommandOf(folder)),
        ];
    }

    /// <summary>From now on descendants that lose their parent become children of this process, which can then see to their end.</summary>
    public static void AdoptOrphans()
    {
        const int SetChildSubreaper = 36;
        if (OperatingSystem.IsLinux())
        {
            _ = Control(SetChildSubreaper, 1, 0, 0, 0);
        }
    }

    /// <summary>Takes note of the end of an adopted process. Until somebody does, it stays in the list of processes.</summary>
    /// <returns>False while it is still there.</returns>
    public static bool Forget(int process)
    {
        const int DoNotWait = 1;
        return WaitFor(process, 0, DoNotWait) > 0 || !Directory.Exists("/proc/" + process.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Sends a signal. A process that has ended meanwhile is no error.</summary>
    public static void Send(int process, int signal) => _ = SendSignal(process, signal);

    // PID (NAME) STATE PPID PGRP SESSION: the name may hold anything.
    private static (bool IsAlive, int Session)? StatusOf(string folder)
    {
        var text = Encoding.UTF8.GetString(Read(folder, "stat"));
        var fields = text[(text.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > 3 && int.TryParse(fields[3], NumberStyles.None, CultureInfo.InvariantCulture, out var session)
            ? (fields[0] is not ("Z" or "X"), session)
            : null;
    }

    private static string CommandOf(string folder) => Encoding.UTF8.GetString(Read(folder, "cmdline")).TrimEnd('\0').Replace('\0', ' ');

    // Others' processes cannot be read, and one may end while it is looked at.
    private static byte[] Read(string folder, string name)
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(folder, name));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int process, int signal);

    [DllImport("libc", EntryPoint = "prctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(int option, nint first, nint second, nint third, nint fourth);

    [DllImport("libc", EntryPoint = "waitpid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int WaitFor(int process, nint status, int options);
}

/// <summary>A process of this machine.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Command">Its command line, with blanks between the arguments.</param>
internal sealed record RunningProcess(int Id, string Command)
{
    /// <summary>
    /// A compiler server or worker of the .NET SDK. Builds share them, also those of other jobs that run beside this one, and they end by
    /// themselves when nobody has used them for some minutes.
    /// </summary>
    public bool IsBuildServer =>
        Command.Contains("VBCSCompiler", StringComparison.Ordinal)
        || (Command.Contains("MSBuild", StringComparison.Ordinal) && Command.Contains("/nodemode:", StringComparison.OrdinalIgnoreCase));
}
