using System.Diagnostics;
using PipelineKit.Execution.Output;

namespace PipelineKit.Execution.Processes;

/// <summary>
/// The programs of one leaf and everything that they start. What a program leaves in the background lives on for the next commands of the
/// leaf, as in CI, and is ended with the leaf.
/// </summary>
/// <param name="child">Starts programs.</param>
/// <param name="mask">Hides secrets in what they print.</param>
/// <param name="say">Receives what is worth telling.</param>
/// <param name="grace">How long a program that was asked to end may take.</param>
/// <param name="kill">Cuts every grace short.</param>
internal sealed class ProcessScope(ChildProcess child, SecretMask mask, Action<string> say, TimeSpan grace, CancellationToken kill) : IAsyncDisposable
{
    /// <summary>How long output is waited for after its program has ended: something in the background may hold it open.</summary>
    public static readonly TimeSpan OutputGrace = TimeSpan.FromSeconds(2);

    // 130 is the exit code of a program that Ctrl+C has ended, perhaps before it is noticed here.
    private const int Interrupted = 130;

    private readonly string _mark = Guid.NewGuid().ToString("N");
    private readonly List<Process> _processes = [];
    private readonly List<int> _sessions = [];
    private bool _ended;

    /// <summary>Runs a program to its end and returns its exit code, as a shell would number a failed start.</summary>
    /// <exception cref="OperationCanceledException">It was stopped: it and its descendants have been ended.</exception>
    public async Task<int> RunAsync(ProcessRequest request, JobLog log, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var (process, code) = child.Start(request, _mark, say);
        if (process is null)
        {
            return code;
        }

        _processes.Add(process);
        _sessions.Add(process.Id);
        var output = ReadAsync(process, request.StdoutFile, log);
        try
        {
            await process.WaitForExitAsync(cancellation);
            await WaitForOutputAsync(output, cancellation);
            await WaitForInterruptAsync(process, cancellation);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            await StopAsync(process);
            await Task.WhenAny(output, Task.Delay(OutputGrace, CancellationToken.None));
            throw;
        }
    }

    /// <summary>Ends what is left.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_ended)
        {
            await EndLeftoversAsync();
        }

        foreach (var process in _processes)
        {
            process.Dispose();
        }
    }

    private async Task EndLeftoversAsync()
    {
        IReadOnlyList<RunningProcess> Find() => [.. LinuxProcesses.Find(_mark, _sessions).Where(p => !p.IsBuildServer)];
        var left = _processes.Count == 0 ? [] : Find();
        if (left.Count > 0)
        {
            say($"ended what was left running: {string.Join(", ", left.Select(p => $"{mask.Apply(p.Command)} ({p.Id})"))}");
            await ProcessEnding.EndAsync(Find, _sessions, grace, kill);
        }
    }

    // Where processes cannot be found by what they inherited, the tree is ended while its root still shows it.
    private async Task StopAsync(Process process)
    {
        _ended = true;
        if (OperatingSystem.IsLinux())
        {
            await ProcessEnding.EndAsync(() => LinuxProcesses.Find(_mark, _sessions), _sessions, grace, kill);
        }

        ProcessEnding.KillTree(process);
        await ProcessEnding.WaitAsync(process);
    }

    private async Task ReadAsync(Process process, string? stdoutFile, JobLog log)
    {
        var errors = LinesAsync(process.StandardError, log);
        await (stdoutFile is null ? LinesAsync(process.StandardOutput, log) : CopyAsync(process.StandardOutput.BaseStream, stdoutFile));
        await errors;
    }

    // What cannot be written is read all the same: else the program would wait for ever.
    private static async Task CopyAsync(Stream output, string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var file = File.Create(path);
            await output.CopyToAsync(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await output.CopyToAsync(Stream.Null);
            throw;
        }
    }

    private async Task LinesAsync(StreamReader reader, JobLog log)
    {
        var cutter = new LineCutter(mask, log.Write);
        var buffer = new char[16 * 1024];
        for (int read; (read = await reader.ReadAsync(buffer)) > 0;)
        {
            cutter.Add(buffer.AsSpan(0, read));
            log.Flush();
        }

        cutter.End();
    }

    private static async Task WaitForOutputAsync(Task output, CancellationToken cancellation)
    {
        await Task.WhenAny(output, Task.Delay(OutputGrace, cancellation));
        if (output.IsFaulted)
        {
            await output;
        }
    }

    private static async Task WaitForInterruptAsync(Process process, CancellationToken cancellation)
    {
        if (process.ExitCode == Interrupted)
        {
            await Task.Delay(OutputGrace, cancellation);
        }

        cancellation.ThrowIfCancellationRequested();
    }
}
