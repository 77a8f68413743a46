using System.ComponentModel;
using System.Diagnostics;

namespace PipelineKit.Cli.Pins;

/// <summary>Runs a client of somebody else's (git, npm) and gives its output.</summary>
internal static class ProgramRun
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <exception cref="PinSourceException">It is not installed, failed, or took too long.</exception>
    public static async Task<string> OutputAsync(string folder, string program, IReadOnlyList<string> args, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, args) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            try
            {
                var (output, error) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
                await process.WaitForExitAsync(patience.Token).ConfigureAwait(false);
                var text = await output.ConfigureAwait(false);
                var problem = (await error.ConfigureAwait(false)).Split('\n').FirstOrDefault(l => l.Trim().Length > 0) ?? "";
                return process.ExitCode == 0 ? text : throw new PinSourceException($"`{program} {args[0]}` failed: {problem.Trim()}");
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                process.Kill(entireProcessTree: true);
                throw new PinSourceException($"`{program} {args[0]}` did not answer");
            }
        }
        catch (Win32Exception e)
        {
            throw new PinSourceException($"`{program}` cannot be started: {e.Message}", e);
        }
    }
}
