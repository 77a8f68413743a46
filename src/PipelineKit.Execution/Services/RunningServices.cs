using System.Globalization;
using PipelineKit.Core.Model;

namespace PipelineKit.Execution.Services;

/// <summary>The containers of one leaf. They are removed when it ends, however it ends.</summary>
internal sealed class RunningServices(ContainerEngine engine, Job job, IReadOnlyDictionary<string, string> variables, Action<string> say) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly Dictionary<string, Container> _containers = new(StringComparer.Ordinal);

    /// <summary>Starts what the environment does not offer and waits until it is healthy. False: one does not come up; the log says which.</summary>
    public async Task<bool> StartAsync(CancellationToken cancellation)
    {
        foreach (var service in job.Services)
        {
            if (ServicePlan.IsInEnvironment(job, service.Alias, variables))
            {
                say($"service {service.Alias}: taken from the environment");
            }
            else if (!await StartAsync(service, cancellation))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What a variable of the job says about a service.</summary>
    /// <param name="variable">Name of the variable; it counts where the service comes from the environment.</param>
    /// <param name="value">Which property of which service.</param>
    public string Get(string variable, ServiceValue value)
    {
        if (!_containers.TryGetValue(value.Service, out var container))
        {
            return variables.GetValueOrDefault(variable) ?? "";
        }

        var text = value.Get switch
        {
            "host" => "{host}",
            "port" => "{port}",
            _ => container.Service.Values.GetValueOrDefault(value.Get) ?? "",
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

    private async Task<bool> StartAsync(Service service, CancellationToken cancellation)
    {
        var port = service.Port.ToString(CultureInfo.InvariantCulture);
        var variablesOfContainer = service.Env.OrderBy(e => e.Key, StringComparer.Ordinal).SelectMany(e => (string[])["--env", $"{e.Key}={e.Value}"]);
        var started = await engine.RunAsync(["run", "--detach", "--publish", "127.0.0.1::" + port, .. variablesOfContainer, service.Image], cancellation);
        if (started.ExitCode != 0 || started.Lines.LastOrDefault(IsContainerId) is not { } id)
        {
            return Fail($"service {service.Alias}: {service.Image} does not start", started.Lines);
        }

        _containers[service.Alias] = new Container(service, id, "");
        var mapped = await engine.RunAsync(["port", id, port], cancellation);
        var address = mapped.Lines.Count == 0 ? "" : mapped.Lines[0].Trim();
        _containers[service.Alias] = new Container(service, id, address[(address.LastIndexOf(':') + 1)..]);
        say($"service {service.Alias}: {service.Image} on {address}");
        return service.Health is null || await WaitAsync(service.Alias, id, service.Health, cancellation);
    }

    private async Task<bool> WaitAsync(string alias, string id, string health, CancellationToken cancellation)
    {
        for (var waited = TimeSpan.Zero; waited < Patience; waited += Pause)
        {
            if ((await engine.RunAsync(["exec", id, "sh", "-c", health], cancellation)).ExitCode == 0)
            {
                return true;
            }

            await Task.Delay(Pause, cancellation);
        }

        var logs = await engine.RunAsync(["logs", "--tail", "20", id], cancellation);
        return Fail($"service {alias}: not healthy after {Patience.TotalMinutes} minutes", logs.Lines);
    }

    // The progress of a download may stand around it.
    private static bool IsContainerId(string line) => line.Length >= 12 && line.All(char.IsAsciiHexDigit);

    private bool Fail(string message, IReadOnlyList<string> lines)
    {
        say(message);
        foreach (var line in lines)
        {
            say("  " + line);
        }

        return false;
    }

    private sealed record Container(Service Service, string Id, string Port);
}
