using PipelineKit.Execution.Processes;

namespace PipelineKit.Execution.Services;

/// <summary>docker or podman, the first that answers.</summary>
internal sealed class ContainerEngine(ChildProcess child, ProgramFinder finder, string root)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private Task<string?>? _found;

    /// <summary>Name of the engine, or null when none answers. Asked once.</summary>
    public Task<string?> FindAsync() => _found ??= LookAsync();

    /// <summary>Runs a command of the engine; its exit code and its lines.</summary>
    public async Task<(int ExitCode, IReadOnlyList<string> Lines)> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var name = await FindAsync() ?? throw new InvalidOperationException("no container engine");
        return await RunAsync(name, arguments, cancellation);
    }

    private async Task<string?> LookAsync()
    {
        foreach (var name in (string[])["docker", "podman"])
        {
            if (finder.Find(name, root) is not null && await AnswersAsync(name))
            {
                return name;
            }
        }

        return null;
    }

    private async Task<bool> AnswersAsync(string name)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            return (await RunAsync(name, ["info"], patience.Token)).ExitCode == 0;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<(int ExitCode, IReadOnlyList<string> Lines)> RunAsync(string name, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var (code, output) = await child.CaptureAsync(new(name, arguments, root), withErrors: true, cancellation);
        return (code, output.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
