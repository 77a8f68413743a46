using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace PipelineKit.Cli.Running;

/// <summary>
/// While it lives, Ctrl+C and SIGTERM end a child and not this program, which has the child's results to tell. The first one lets the
/// child end its own children in order, a second one ends all of them at once.
/// </summary>
internal sealed class PassedSignals : IDisposable
{
    private const int Terminate = 15;

    private readonly Process _child;
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;
    private int _count;

    public PassedSignals(Process child)
    {
        _child = child;
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
    }

    /// <summary>A signal came.</summary>
    public bool Received => _count > 0;

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
    }

    private void OnSignal(PosixSignalContext signal)
    {
        signal.Cancel = true;
        try
        {
            if (Interlocked.Increment(ref _count) > 1)
            {
                _child.Kill(entireProcessTree: true);
            }
            else if (!OperatingSystem.IsWindows() && !(signal.Signal == PosixSignal.SIGINT && HasTerminal()))
            {
                // The child takes a SIGINT for one that its own child got as well, but passes a SIGTERM on.
                _ = Kill(_child.Id, Terminate);
            }
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended meanwhile.
        }
    }

    // A terminal sends Ctrl+C to everything in the foreground: the child has it already, and a second one would count.
    private static bool HasTerminal()
    {
        try
        {
            File.OpenHandle("/dev/tty").Dispose();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
