using System.Diagnostics;
using System.Text;

namespace PipelineKit.Cli.Running;

/// <summary>The <c>dotnet</c> command as a child: its output line by line, and its end however this program is asked to end.</summary>
internal sealed class DotnetProcess(string program, string folder)
{
    // A server that a command left behind may keep the pipes open.
    private static readonly TimeSpan OutputGrace = TimeSpan.FromSeconds(2);

    /// <summary>The <c>dotnet</c> that a shell would start, or null.</summary>
    /// <param name="path">The variable PATH.</param>
    public static string? Find(string? path) => (path ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(f => Path.Combine(f, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"))
        .FirstOrDefault(File.Exists);

    /// <summary>Runs it to its end.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="line">Receives each line of output and whether it is an error; called one at a time.</param>
    /// <returns>Exit code, and whether it was stopped by a signal.</returns>
    /// <exception cref="System.ComponentModel.Win32Exception">It cannot be started.</exception>
    public async Task<(int ExitCode, bool Stopped)> RunAsync(IReadOnlyList<string> arguments, Action<string, bool> line)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["NO_COLOR"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        using var process = Process.Start(start)!;
        using var signals = new PassedSignals(process);
        process.StandardInput.Close();
        var gate = new Lock();
        var output = Task.WhenAll(ReadAsync(process.StandardOutput, error: false), ReadAsync(process.StandardError, error: true));
        await process.WaitForExitAsync().ConfigureAwait(false);
        await Task.WhenAny(output, Task.Delay(OutputGrace)).ConfigureAwait(false);
        return (process.ExitCode, signals.Received);

        async Task ReadAsync(StreamReader reader, bool error)
        {
            while (await reader.ReadLineAsync().ConfigureAwait(false) is { } text)
            {
                lock (gate)
                {
                    line(text, error);
                }
            }
        }
    }
}
