using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace PipelineKit.Execution.Processes;

/// <summary>Starts programs.</summary>
internal sealed class ChildProcess(ProgramFinder finder, IReadOnlyDictionary<string, string> variables)
{
    /// <summary>Exit code of a shell for a file that cannot be started.</summary>
    public const int CannotStart = 126;

    /// <summary>Exit code of a shell for a name that is not on PATH.</summary>
    public const int NotFound = 127;

    // A list of files of a large repository has some megabytes.
    private const int LongestCapture = 256 * 1024 * 1024;

    private readonly StartInfo _info = new(finder, variables);

    /// <summary>Starts a program with empty standard input.</summary>
    /// <param name="request">The program.</param>
    /// <param name="mark">Text by which its descendants are known.</param>
    /// <param name="say">Receives why it cannot be started.</param>
    /// <returns>The process; or null, and the exit code that a shell would give.</returns>
    public (Process? Process, int ExitCode) Start(ProcessRequest request, string mark, Action<string> say)
    {
        if (finder.Find(request.Program, request.Directory) is not { } file)
        {
            say(Missing(request));
            return (null, finder.IsBare(request.Program) ? NotFound : CannotStart);
        }

        var process = new Process { StartInfo = _info.Make(Path.GetFullPath(file), request, mark) };
        try
        {
            process.Start();
            process.StandardInput.Close();
            return (process, 0);
        }
        catch (Win32Exception error)
        {
            process.Dispose();
            say($"{request.Program}: cannot be started: {error.Message}");
            return (null, CannotStart);
        }
    }

    /// <summary>Runs a program that answers a question, and returns what it printed.</summary>
    /// <param name="request">The program.</param>
    /// <param name="withErrors">Standard error counts as well, behind the output.</param>
    /// <param name="cancellation">Ends it and its descendants.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public async Task<(int ExitCode, string Output)> CaptureAsync(ProcessRequest request, bool withErrors, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var mark = Guid.NewGuid().ToString("N");
        var (started, code) = Start(request, mark, _ => { });
        if (started is null)
        {
            return (code, "");
        }

        using var process = started;
        var output = ReadAsync(process.StandardOutput);
        var errors = ReadAsync(process.StandardError);
        try
        {
            await process.WaitForExitAsync(cancellation);
            await Task.WhenAny(Task.WhenAll(output, errors), Task.Delay(ProcessScope.OutputGrace, cancellation));
        }
        catch (OperationCanceledException)
        {
            await ProcessEnding.KillAsync(process, mark);
            throw;
        }

        return (process.ExitCode, Text(output) + (withErrors ? Text(errors) : ""));
    }

    private static string Text(Task<string> task) => task.IsCompletedSuccessfully ? task.Result : "";

    private static async Task<string> ReadAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        var buffer = new char[8192];
        for (int read; (read = await reader.ReadAsync(buffer)) > 0;)
        {
            text.Append(buffer, 0, Math.Min(read, LongestCapture - text.Length));
        }

        return text.ToString();
    }

    private string Missing(ProcessRequest request) => finder.IsBare(request.Program)
        ? $"{request.Program}: not found on PATH"
        : $"{request.Program}: no such program in {request.Directory}, or it may not be executed";
}
