using System.Text;
using Cake.Common;
using Cake.Common.Diagnostics;
using Cake.Core;

namespace Build;

/// <summary>A database or the like beside a stage, from the environment or else from docker or podman.</summary>
public sealed class Service
{
    public required string Image { get; init; }

    public required int Port { get; init; }

    public Dictionary<string, string> Env { get; } = [];

    /// <summary>A command that succeeds when the service is ready.</summary>
    public string? Health { get; init; }

    /// <summary>Variables of the stage, and what of the service they say.</summary>
    public Dictionary<string, string> Tells { get; } = [];

    /// <summary>What can be said besides host and port.</summary>
    public Dictionary<string, string> Values { get; } = [];

    public bool IsInEnvironment { get; set; }
}

public sealed partial class StageSettings
{
    public Dictionary<string, Service> Services { get; } = [];
}

public partial class StageContext
{
    public List<string> Containers { get; } = [];

    public string? Engine { get; set; }

    public (int Code, string Output) Ask(params string[] command)
    {
        using var output = new MemoryStream();
        var code = Programs.Start(this, command, new StageSettings(), TimeSpan.FromHours(1), output);
        return (code, Encoding.UTF8.GetString(output.ToArray()));
    }
}

public abstract partial class Stage
{
    partial void CheckServices(ref string? problem)
    {
        foreach (var service in Settings.Services.Values)
        {
            service.IsInEnvironment = service.Tells.Count > 0 && service.Tells.Keys.All(IsSet);
        }

        var (alias, missing) = Settings.Services.FirstOrDefault(entry => !entry.Value.IsInEnvironment);
        if (missing is null)
        {
            return;
        }

        string[] engines = ["docker", "podman"];
        Context.Engine ??= engines.FirstOrDefault(IsRunning);
        if (Context.Engine is null)
        {
            problem = $"no service {alias}: start docker or podman, or set {string.Join(", ", missing.Tells.Keys)}";
        }
    }

    partial void StartServices()
    {
        foreach (var (alias, service) in Settings.Services.Where(entry => !entry.Value.IsInEnvironment))
        {
            StartService(alias, service);
        }
    }

    private bool IsSet(string variable) => Context.EnvironmentVariable(variable) is { Length: > 0 };

    private bool IsRunning(string engine) => Programs.Find(Context, engine, Settings) is not null && Context.Ask(engine, "info").Code == 0;

    private void StartService(string alias, Service service)
    {
        var variables = service.Env.SelectMany(variable => new[] { "--env", $"{variable.Key}={variable.Value}" });
        var engine = Context.Engine!;
        string[] start = [engine, "run", "--detach", "--publish", $"127.0.0.1::{service.Port}", .. variables, service.Image];
        var (code, output) = Context.Ask(start);
        if (code != 0)
        {
            throw new CakeException($"service {alias}: {service.Image} does not start");
        }

        var id = output.Trim().Split('\n')[^1];
        Context.Containers.Add(id);
        var port = Context.Ask(engine, "port", id, $"{service.Port}").Output.Split('\n')[0].Split(':')[^1].Trim();
        foreach (var (name, what) in service.Tells)
        {
            var text = what is "host" or "port" ? $"{{{what}}}" : service.Values[what];
            Settings.Env[name] = text.Replace("{host}", "127.0.0.1").Replace("{port}", port);
        }

        for (var tries = 0; service.Health is { } check && Context.Ask(engine, "exec", id, "sh", "-c", check).Code != 0; tries++)
        {
            if (tries == 180)
            {
                throw new CakeException($"service {alias} is not healthy after three minutes");
            }

            Thread.Sleep(TimeSpan.FromSeconds(1));
        }

        Context.Information("Service {0}: {1} on port {2}", alias, service.Image, port);
    }
}

public partial class StageLifetime
{
    partial void StopServices(StageContext context) =>
        context.Containers.ForEach(id => context.Ask(context.Engine!, "rm", "--force", "--volumes", id));
}
