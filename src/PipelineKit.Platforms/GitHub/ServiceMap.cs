using System.Globalization;
using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitHub;

/// <summary>
/// Containers beside a job. Steps on the runner reach them at 127.0.0.1 and a mapped port; steps in a container share their network and use
/// the alias and the container's own port.
/// </summary>
internal sealed class ServiceMap
{
    private readonly Job _job;
    private readonly bool _inContainer;
    private readonly Dictionary<string, int> _ports = new(StringComparer.Ordinal);

    /// <param name="job">The job.</param>
    /// <param name="jobsAreContainers">True: also without an image of its own.</param>
    public ServiceMap(Job job, bool jobsAreContainers)
    {
        (_job, _inContainer) = (job, jobsAreContainers || job.Runner.Image is not null);
        foreach (var service in job.Services)
        {
            // Two services with the same port: the second is mapped to the next free one.
            var port = service.Port;
            while (_ports.ContainsValue(port))
            {
                port++;
            }

            _ports[service.Alias] = port;
        }
    }

    public string? Get(ServiceValue value) =>
        _job.Services.FirstOrDefault(s => s.Alias == value.Service) is { } service
            ? ServiceTexts.Get(service, value.Get, _inContainer ? service.Alias : "127.0.0.1", _inContainer ? service.Port : _ports[service.Alias])
            : null;

    public YamlMap Build(Settings settings)
    {
        var map = new YamlMap();
        foreach (var service in _job.Services)
        {
            map[service.Alias] = Container(service, settings);
        }

        return map;
    }

    private YamlMap Container(Service service, Settings settings)
    {
        var map = new YamlMap { ["image"] = Expressions.Text(Images.Pulled(settings, service.Image)) };
        if (service.Env.Count > 0)
        {
            var env = new YamlMap();
            foreach (var (name, value) in service.Env.OrderBy(e => e.Key, StringComparer.Ordinal))
            {
                env[name] = Expressions.Text(value);
            }

            map["env"] = env;
        }

        if (!_inContainer)
        {
            map["ports"] = YamlList.Inline([string.Create(CultureInfo.InvariantCulture, $"{_ports[service.Alias]}:{service.Port}")]);
        }

        if (service.Health is { } health)
        {
            map["options"] = Expressions.Text($"--health-cmd {Argument(health)} --health-interval 5s --health-retries 20");
        }

        return map;
    }

    // The runner splits the options as a process's arguments: double quotes group, a backslash only matters in front of one.
    private static string Argument(string text)
    {
        var argument = new System.Text.StringBuilder("\"");
        var slashes = 0;
        foreach (var c in text)
        {
            argument.Append('\\', c == '"' ? slashes + 1 : 0).Append(c);
            slashes = c == '\\' ? slashes + 1 : 0;
        }

        return argument.Append('\\', slashes).Append('"').ToString();
    }
}
