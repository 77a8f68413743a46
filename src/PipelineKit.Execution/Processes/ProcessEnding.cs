using System.ComponentModel;
using System.Diagnostics;

namespace PipelineKit.Execution.Processes;

/// <summary>Ends processes with all their descendants: on Linux first by asking (SIGTERM), after a grace by force (SIGKILL).</summary>
internal static class ProcessEnding
{
    private const int Passes = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Unkillable = TimeSpan.FromSeconds(5);

    /// <summary>Ends what <paramref name="find"/> finds.</summary>
    /// <param name="find">Looks for the processes that are left.</param>
    /// <param name="children">Those of them that this program has started itself and waits for.</param>
    /// <param name="grace">How long they may take to end by themselves.</param>
    /// <param name="kill">Cuts the grace short.</param>
    public static async Task EndAsync(Func<IReadOnlyList<RunningProcess>> find, IReadOnlyCollection<int> children, TimeSpan grace, CancellationToken kill)
    {
        var seen = find().Select(p => p.Id).ToHashSet();
        foreach (var process in seen)
        {
            LinuxProcesses.Send(process, LinuxProcesses.Terminate);
        }

        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < grace && !kill.IsCancellationRequested && find().Count > 0)
        {
            await Task.Delay(Pause, CancellationToken.None);
        }

        seen.UnionWith(Kill(find));
        seen.ExceptWith(children);
        await ForgetAsync(seen);
    }

    /// <summary>Ends a program and its descendants at once.</summary>
    public static async Task KillAsync(Process process, string mark)
    {
        KillTree(process);
        Kill(() => LinuxProcesses.Find(mark, [process.Id]));
        await WaitAsync(process);
    }

    /// <summary>Ends a program and those that are its children now, as every system can.</summary>
    public static void KillTree(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended meanwhile.
        }
    }

    /// <summary>Waits for the end of a program that was told to end.</summary>
    public static async Task WaitAsync(Process process)
    {
        try
        {
            await process.WaitForExitAsync(CancellationToken.None).WaitAsync(Unkillable);
        }
        catch (TimeoutException)
        {
            // It hangs in the kernel: nobody can end it.
        }
    }

    // Again while new ones appear.
    private static HashSet<int> Kill(Func<IReadOnlyList<RunningProcess>> find)
    {
        var killed = new HashSet<int>();
        for (var pass = 0; pass < Passes && find() is { Count: > 0 } found; pass++)
        {
            foreach (var process in found)
            {
                LinuxProcesses.Send(process.Id, LinuxProcesses.Kill);
                killed.Add(process.Id);
            }
        }

        return killed;
    }

    // They end a moment after the signal, and come to this process when their parent is gone.
    private static async Task ForgetAsync(HashSet<int> processes)
    {
        for (var pass = 0; pass < Passes && processes.RemoveWhere(LinuxProcesses.Forget) >= 0 && processes.Count > 0; pass++)
        {
            await Task.Delay(Pause, CancellationToken.None);
        }
    }
}
