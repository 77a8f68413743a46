using System.Globalization;

namespace PipelineKitRunner;

/// <summary>The containers of one leaf. They are removed when it ends, however it ends.</summary>
internal sealed class RunningServices(ContainerEngine engine, JobData job, Action<string> log) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly Dictionary<string, (string Id, string Port)> _containers = new(StringComparer.Ordinal);

    /// <summary>Starts what the environment does not offer and waits until it is healthy. False: one does not come up; the log says which.</summary>
    public async Task<bool> StartAsync(CancellationToken cancellation)
    {
        foreach (var (alias, service) in job.Services)
        {
            if (ServicePlan.IsInEnvironment(job, alias))
            {
                log($"service {alias}: taken from the environment");
            }
            else if (!await StartAsync(alias, service, cancellation))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What a variable of the job says about a service: host, port, user, password, database or url.</summary>
    public string Get(string variable, string path)
    {
        var dot = path.LastIndexOf('.');
        var (alias, property) = (path[..dot], path[(dot + 1)..]);
        if (!_containers.TryGetValue(alias, out var container))
        {
            return Environment.GetEnvironmentVariable(variable) ?? "";
        }

        var text = property switch
        {
            "host" => "{host}",
            "port" => "{port}",
            _ => job.Services[alias].Values.GetValueOrDefault(property) ?? "",
        };
        return text.Replace("{host}", "127.0.0.1", StringComparison.Ordinal).Replace("{port}", container.Port, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var container in _containers.Values)
        {
            await engine.RunAsync(["rm", "--force", "--volumes", container.Id], CancellationToken.None);
        }
    }

    private async Task<bool> StartAsync(string alias, ServiceData service, CancellationToken cancellation)
    {
        var port = service.Port.ToString(CultureInfo.InvariantCulture);
        var run = new List<string> { "run", "--detach", "--publish", "127.0.0.1::" + port };
        run.AddRange(service.Env.SelectMany(e => (string[])["--env", $"{e.Key}={e.Value}"]));
        var started = await engine.RunAsync([.. run, service.Image], cancellation);
        if (started.ExitCode != 0 || started.Lines.LastOrDefault(IsContainerId) is not { } id)
        {
            return Fail($"service {alias}: {service.Image} does not start", started.Lines);
        }

        _containers[alias] = (id, "");
        var mapped = await engine.RunAsync(["port", id, port], cancellation);
        var address = mapped.Lines.Count == 0 ? "" : mapped.Lines[0].Trim();
        _containers[alias] = (id, address[(address.LastIndexOf(':') + 1)..]);
        log($"service {alias}: {service.Image} on {address}");
        return service.Health is null || await WaitAsync(alias, id, service.Health, cancellation);
    }

    private async Task<bool> WaitAsync(string alias, string id, string health, CancellationToken cancellation)
    {
        for (var waited = TimeSpan.Zero; waited < Patience; waited += Pause)
        {
            if ((await engine.RunAsync(["exec", id, "sh", "-c", health], cancellation)).ExitCode == 0)
            {
                return true;
            }

            await System.Threading.Tasks.Task.Delay(Pause, cancellation);
        }

        return Fail($"service {alias}: not healthy after {Patience.TotalMinutes} minutes", (await engine.RunAsync(["logs", "--tail", "20", id], cancellation)).Lines);
    }

    // The progress of a download may stand around it.
    private static bool IsContainerId(string line) => line.Length >= 12 && line.All(char.IsAsciiHexDigit);

    private bool Fail(string message, IReadOnlyList<string> lines)
    {
        log(message);
        foreach (var line in lines)
        {
            log("  " + line);
        }

        return false;
    }
}
