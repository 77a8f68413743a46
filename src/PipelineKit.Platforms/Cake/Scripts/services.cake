// Databases and the like beside a stage, from the environment or else from docker or podman. Loaded where a stage has one.

var services = new List<ServiceInfo>();
var containers = new List<string>();
string engine = null;

record ServiceInfo(
    string Stage,
    string Alias,
    string Image,
    int Port,
    Dictionary<string, string> Tells,
    Dictionary<string, string> Env,
    string Health
);

record ServiceCheck;

// Tells: the variables of the stage that say where the service is, with {host} and {port} in their texts.
void Service(
    string stage,
    string alias,
    string image,
    int port,
    Dictionary<string, string> tells = null,
    Dictionary<string, string> env = null,
    string health = null
) => services.Add(new(stage, alias, image, port, tells ?? [], env ?? [], health));

// Those that are not in the environment.
List<ServiceInfo> ServicesToStart(string stage) =>
    services.Where(s => s.Stage == stage && !(s.Tells.Any() && s.Tells.Keys.All(HasEnvironmentVariable))).ToList();

bool HasServices(string stage)
{
    var service = ServicesToStart(stage).FirstOrDefault();
    engine ??= service is null
        ? null
        : new[] { "docker", "podman" }.FirstOrDefault(name => Find(name, current) is not null && Ask(name, "info").Code == 0);
    var variables = string.Join(", ", service?.Tells.Keys ?? []);
    return CanRun(
        stage,
        service is null || engine is not null ? null : $"no service {service.Alias}: start docker or podman, or set {variables}"
    );
}

void StartServices(string stage)
{
    current.HasStopped = true; // until all are there
    foreach (var service in ServicesToStart(stage))
    {
        var variables = service.Env.SelectMany(e => new[] { "--env", $"{e.Key}={e.Value}" });
        var (code, output) = Ask([engine, "run", "--detach", "--publish", $"127.0.0.1::{service.Port}", .. variables, service.Image]);
        if (code != 0)
            throw new CakeException($"service {service.Alias}: {service.Image} does not start");
        var id = output.Trim().Split('\n')[^1];
        containers.Add(id);
        var port = Ask(engine, "port", id, $"{service.Port}").Output.Split('\n')[0].Split(':')[^1].Trim();
        foreach (var (name, text) in service.Tells)
            current.Env[name] = text.Replace("{host}", "127.0.0.1").Replace("{port}", port);
        for (var tries = 0; service.Health is not null && Ask(engine, "exec", id, "sh", "-c", service.Health).Code != 0; tries++)
        {
            if (tries == 180)
                throw new CakeException($"service {service.Alias} is not healthy after three minutes");
            System.Threading.Thread.Sleep(1000);
        }
        Information("service {0}: {1} on port {2}", service.Alias, service.Image, port);
    }
    current.HasStopped = false;
}

(int Code, string Output) Ask(params string[] command)
{
    using var output = new MemoryStream();
    return (Start(command, new(), output), Encoding.UTF8.GetString(output.ToArray()));
}

Setup<ServiceCheck>(_ => new());

Teardown<ServiceCheck>((_, _) => containers.ForEach(id => Ask(engine, "rm", "--force", "--volumes", id)));
