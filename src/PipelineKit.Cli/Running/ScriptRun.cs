using System.ComponentModel;
using System.Text;
using System.Text.Json;
using PipelineKit.Core.Generation;

namespace PipelineKit.Cli.Running;

/// <summary>One call of the generated Cake script, followed by the events that it writes.</summary>
internal sealed class ScriptRun(RepositoryRoot root, string dotnet, string home)
{
    /// <summary>Events of the last run, relative to the repository.</summary>
    public const string EventsPath = ".cake/run/events.jsonl";

    /// <summary>Everything the last run printed, relative to the repository.</summary>
    public const string OutputPath = ".cake/run/output.log";

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly StringBuilder _errors = new();

    /// <summary>What the script wrote to standard error.</summary>
    public string Errors => _errors.ToString();

    /// <summary>A signal ended the run.</summary>
    public bool Stopped { get; private set; }

    /// <summary>Restores the tools of the manifest unless they are there. Returns why that is impossible, or null.</summary>
    public async Task<string?> RestoreAsync()
    {
        if (LocalTools.AreRestored(root.ReadText(LocalTools.ManifestPath) ?? "", home))
        {
            return null;
        }

        var output = new StringBuilder();
        var (code, stopped) = await StartAsync(["tool", "restore"], (line, _) => output.Append(line).Append('\n')).ConfigureAwait(false);
        Stopped = stopped;
        return code == 0 ? null : $"`dotnet tool restore` ended with exit code {code}\n{output.ToString().TrimEnd()}";
    }

    /// <summary>Runs the script to its end. Returns its exit code.</summary>
    /// <param name="request">What to run.</param>
    /// <param name="happened">Receives the events.</param>
    /// <param name="tick">Called from time to time.</param>
    /// <param name="line">Receives the output: the line, and whether it is an error.</param>
    /// <exception cref="JsonException">The script wrote something that is no event.</exception>
    public async Task<int> RunAsync(RunRequest request, Action<RunEvent> happened, Action tick, Action<string, bool> line)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(root.FullPath(EventsPath))!);
        if (!request.DryRun)
        {
            File.Delete(root.FullPath(EventsPath));
        }

        await using var log = new StreamWriter(root.FullPath(OutputPath), append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        var work = StartAsync(request.Arguments(EventsPath), (text, error) =>
        {
            log.WriteLine(text);
            if (error)
            {
                _errors.Append(text).Append('\n');
            }

            line(text, error);
        });
        var tail = new EventTail(root.FullPath(EventsPath));
        while (!work.IsCompleted && !request.DryRun)
        {
            await Task.WhenAny(work, Task.Delay(Interval)).ConfigureAwait(false);
            tail.ReadNew().ToList().ForEach(happened);
            tick();
        }

        var (code, stopped) = await work.ConfigureAwait(false);
        (request.DryRun ? [] : tail.ReadNew()).ToList().ForEach(happened);
        Stopped = stopped;
        return code;
    }

    private async Task<(int Code, bool Stopped)> StartAsync(IReadOnlyList<string> arguments, Action<string, bool> line)
    {
        try
        {
            return await new DotnetProcess(dotnet, root.Folder).RunAsync(arguments, line).ConfigureAwait(false);
        }
        catch (Win32Exception e)
        {
            throw new IOException($"{dotnet} cannot be started: {e.Message}", e);
        }
    }
}
