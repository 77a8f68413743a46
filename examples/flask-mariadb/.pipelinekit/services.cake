// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
// Databases and the like beside a stage, from the environment or else from docker or podman. Loaded where a stage has one.

var services = new List<(string Stage, string Alias, ServiceInfo Service)>();
var containers = new List<string>();
string engine = null;

class ServiceInfo
{
    public string Image { get; init; }
    public int Port { get; init; }
    public Dictionary<string, string> Env { get; init; } = [];
    public string Health { get; init; } // a command that succeeds when the service is ready
    public Dictionary<string, string> Tells { get; init; } = []; // variables of the stage, and what of the service they say
    public Dictionary<string, string> Values { get; init; } = []; // what can be said besides host and port
    public bool IsInEnvironment { get; set; }
}

void Service(string stage, string alias, ServiceInfo service) => services.Add((stage, alias, service));

bool HasServices(string stage)
{
    var needed = services.Where(s => s.Stage == stage).ToList();
    needed.ForEach(s =>
        s.Service.IsInEnvironment = s.Service.Tells.Any() && s.Service.Tells.Keys.All(name => EnvironmentVariable(name) is { Length: > 0 })
    );
    var missing = needed.FirstOrDefault(s => !s.Service.IsInEnvironment);
    if (missing.Service is null)
        return true;
    engine ??= new[] { "docker", "podman" }.FirstOrDefault(name => Find(name, current) is not null && Ask(name, "info").Code == 0);
    var problem = $"no service {missing.Alias}: start docker or podman, or set {string.Join(", ", missing.Service.Tells.Keys)}";
    return CanRun(stage, engine is null ? problem : null);
}

void StartServices(string stage)
{
    current.HasStopped = true; // until all are there
    foreach (var (_, alias, service) in services.Where(s => s.Stage == stage && !s.Service.IsInEnvironment))
    {
        var variables = service.Env.SelectMany(e => new[] { "--env", $"{e.Key}={e.Value}" });
        var (code, output) = Ask([engine, "run", "--detach", "--publish", $"127.0.0.1::{service.Port}", .. variables, service.Image]);
        if (code != 0)
            throw new CakeException($"service {alias}: {service.Image} does not start");
        var id = output.Trim().Split('\n')[^1];
        containers.Add(id);
        var port = Ask(engine, "port", id, $"{service.Port}").Output.Split('\n')[0].Split(':')[^1].Trim();
        foreach (var (name, what) in service.Tells)
        {
            var text =
                what == "host" ? "{host}"
                : what == "port" ? "{port}"
                : service.Values[what];
            current.Env[name] = text.Replace("{host}", "127.0.0.1").Replace("{port}", port);
        }
        for (var tries = 0; service.Health is not null && Ask(engine, "exec", id, "sh", "-c", service.Health).Code != 0; tries++)
        {
            if (tries == 180)
                throw new CakeException($"service {alias} is not healthy after three minutes");
            System.Threading.Thread.Sleep(1000);
        }
        Information("Service {0}: {1} on port {2}", alias, service.Image, port);
    }
    current.HasStopped = false;
}

(int Code, string Output) Ask(params string[] command)
{
    using var output = new MemoryStream();
    return (Start(command, new(), output), Encoding.UTF8.GetString(output.ToArray()));
}

record ServiceCheck;

Setup<ServiceCheck>(_ => new());

Teardown<ServiceCheck>((_, _) => containers.ForEach(id => Ask(engine, "rm", "--force", "--volumes", id)));
