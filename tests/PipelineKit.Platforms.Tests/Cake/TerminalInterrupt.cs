using System.Runtime.InteropServices;
using Shouldly;

namespace PipelineKit.Platforms.Tests.Cake;

/// <summary>
/// What Ctrl+C does: SIGINT to a process group. Called directly, because kill(1) of procps 4.0.2 reads only the first digit of a group's
/// number and would reach processes that are not ours.
/// </summary>
internal static class TerminalInterrupt
{
    private const int Interrupt = 2;

    /// <param name="leader">Process that leads a group of its own; anything else is refused.</param>
    public static void Send(int leader)
    {
        leader.ShouldBeGreaterThan(1);
        GetGroup(leader).ShouldBe(leader, "the process leads no group of its own");
        Kill(-leader, Interrupt).ShouldBe(0);
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);

    [DllImport("libc", EntryPoint = "getpgid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetGroup(int process);
}
