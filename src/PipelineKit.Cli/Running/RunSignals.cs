using System.Runtime.InteropServices;

namespace PipelineKit.Cli.Running;

/// <summary>
/// While it lives, Ctrl+C, SIGTERM and SIGHUP end the jobs and not this program, which has their results to tell: the first one asks them to
/// end, the second one ends them at once, the third one ends this program. A signal that is ignored from the start (nohup) stays so.
/// </summary>
internal sealed class RunSignals : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _kill = new();
    private readonly List<PosixSignalRegistration> _registrations;
    private int _count;

    public RunSignals() =>
        _registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(s => PosixSignalRegistration.Create(s, OnSignal))];

    /// <summary>A signal came.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>Another one came.</summary>
    public CancellationToken Kill => _kill.Token;

    public void Dispose()
    {
        _registrations.ForEach(r => r.Dispose());
        _stop.Dispose();
        _kill.Dispose();
    }

    private void OnSignal(PosixSignalContext signal)
    {
        var count = Interlocked.Increment(ref _count);
        signal.Cancel = count < 3;
        (count == 1 ? _stop : _kill).Cancel();
    }
}
