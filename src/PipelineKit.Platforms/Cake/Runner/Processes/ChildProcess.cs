using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace PipelineKitRunner;

/// <summary>What to start. No shell comes between: the arguments arrive as they are.</summary>
internal sealed record ProcessRequest(string Program, IReadOnlyList<string> Arguments, string Directory)
{
    /// <summary>Variables on top of those of this process.</summary>
    public IReadOnlyDictionary<string, string> Env { get; init; } = new Dictionary<string, string>();

    /// <summary>File that receives standard output, or null.</summary>
    public string? StdoutFile { get; init; }
}

/// <summary>Starts programs and ends them with all their descendants when they are no longer wanted.</summary>
internal sealed class ChildProcess(ProgramFinder finder)
{
    public const int CannotStart = 126;
    public const int NotFound = 127;

    private const int Interrupted = 130;

    private static readonly TimeSpan OutputGrace = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan EndGrace = TimeSpan.FromSeconds(1);

    /// <summary>Runs a program to its end and returns its exit code, as a shell would number a failed start.</summary>
    /// <exception cref="OperationCanceledException">Timeout or Ctrl+C; the program and its descendants have been ended.</exception>
    public async Task<int> RunAsync(ProcessRequest request, Action<string> line, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var file = finder.Find(request.Program, request.Directory);
        if (file is null)
        {
            line(Missing(request));
            return finder.IsBare(request.Program) ? NotFound : CannotStart;
        }

        var mark = Guid.NewGuid().ToString("N");
        using (var process = new Process { StartInfo = StartInfo(file, request, mark) })
        {
            if (!Start(process, request, file, line))
            {
                return CannotStart;
            }

            return await FollowAsync(process, request.StdoutFile, mark, line, cancellation);
        }
    }

    private ProcessStartInfo StartInfo(string file, ProcessRequest request, string mark)
    {
        var info = new ProcessStartInfo
        {
            FileName = file,
            WorkingDirectory = request.Directory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
            StandardOutputEncoding = Encoding.UTF8,
        };
        if (finder.Windows && BatchCommandLine.IsBatch(file))
        {
            info.FileName = Environment.GetEnvironmentVariable("ComSpec") ?? "cmd.exe";
            info.Arguments = BatchCommandLine.Make(file, request.Arguments);
        }
        else
        {
            foreach (var argument in request.Arguments)
            {
                info.ArgumentList.Add(argument);
            }
        }

        foreach (var variable in request.Env)
        {
            info.Environment[variable.Key] = variable.Value;
        }

        info.Environment[Leftovers.Variable] = mark;
        return info;
    }

    private bool Start(Process process, ProcessRequest request, string file, Action<string> line)
    {
        const int FormatError = 8;
        try
        {
            return process.Start();
        }
        catch (Win32Exception error) when (!finder.Windows && error.NativeErrorCode == FormatError && process.StartInfo.FileName != "/bin/sh")
        {
            // A script without a first line that names its interpreter: shells run it themselves.
            process.StartInfo.FileName = "/bin/sh";
            process.StartInfo.ArgumentList.Insert(0, file);
            return Start(process, request, file, line);
        }
        catch (Win32Exception error)
        {
            line($"{request.Program}: cannot be started: {error.Message}");
            return false;
        }
    }

    private string Missing(ProcessRequest request) => finder.IsBare(request.Program)
        ? $"{request.Program}: not found on PATH"
        : $"{request.Program}: no such program in {request.Directory}, or it may not be executed";

    private static async Task ReadAsync(Process process, string? stdoutFile, Action<string> line)
    {
        var errors = LinesAsync(process.StandardError, line);
        if (stdoutFile is null)
        {
            await LinesAsync(process.StandardOutput, line);
        }
        else
        {
            System.IO.Directory.CreateDirectory(System.IO.Path.GetDirectoryName(stdoutFile)!);
            await using (var file = System.IO.File.Create(stdoutFile))
            {
                await process.StandardOutput.BaseStream.CopyToAsync(file);
            }
        }

        await errors;
    }

    private static async Task LinesAsync(System.IO.StreamReader reader, Action<string> line)
    {
        while (await reader.ReadLineAsync() is { } text)
        {
            line(text);
        }
    }

    private static async Task<int> FollowAsync(Process process, string? stdoutFile, string mark, Action<string> line, CancellationToken cancellation)
    {
        process.StandardInput.Close();
        var output = ReadAsync(process, stdoutFile, line);
        try
        {
            return await EndAsync(process, output, cancellation);
        }
        catch (OperationCanceledException)
        {
            await KillAsync(process);
            Leftovers.End(mark);
            await System.Threading.Tasks.Task.WhenAny(output, System.Threading.Tasks.Task.Delay(EndGrace, CancellationToken.None));
            throw;
        }
    }

    // A server that the program left behind (a compiler's, for example) may keep the pipes open: they are waited for only a moment.
    private static async Task<int> EndAsync(Process process, Task output, CancellationToken cancellation)
    {
        await process.WaitForExitAsync(cancellation);
        await System.Threading.Tasks.Task.WhenAny(output, System.Threading.Tasks.Task.Delay(OutputGrace, cancellation));

        // Ctrl+C reaches the program too, perhaps before it is noticed here.
        if (process.ExitCode == Interrupted)
        {
            await System.Threading.Tasks.Task.Delay(EndGrace, cancellation);
        }

        cancellation.ThrowIfCancellationRequested();
        return process.ExitCode;
    }

    private static async Task KillAsync(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended meanwhile.
        }
    }
}
