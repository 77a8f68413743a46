using System.Text.Json.Nodes;
using PipelineKit.Parity.Tests.Reading;

namespace PipelineKit.Parity.Tests.Tables;

/// <summary><c>services.yml</c>: the texts that a job can be told about a service.</summary>
internal static class ServiceTable
{
    private static readonly Dictionary<string, Dictionary<string, string>> Known =
        YamlText.Load(File.ReadAllText(Path.Combine(Places.Tests, "Tables", "services.yml"))).Entries()
            .ToDictionary(service => service.Key, service => service.Value.Entries().ToDictionary(value => value.Key, value => value.Value.Text()!));

    /// <summary>Everything a text can mean: what services say alike, and last the text itself.</summary>
    public static IReadOnlyList<JsonNode> Readings(string text, IEnumerable<ServiceAddress> services) =>
    [
        .. from service in services
           from said in Texts(service)
           where said.Value == text
           select new JsonObject { ["get"] = said.Key, ["service"] = service.Alias },
        JsonValue.Create(text),
    ];

    private static IEnumerable<KeyValuePair<string, string>> Texts(ServiceAddress service)
    {
        var image = service.Image[(service.Image.LastIndexOf('/') + 1)..].Split(':')[0];
        if (!Known.TryGetValue(image, out var texts))
        {
            throw new UnreadableException($"no known service: {service.Image}");
        }

        var port = service.Port ?? texts["port"];
        yield return KeyValuePair.Create("host", service.Host);
        yield return KeyValuePair.Create("port", port);
        foreach (var (name, text) in texts.Where(t => t.Key != "port"))
        {
            var filled = service.Env.Aggregate(text, (t, variable) => t.Replace($"[{variable.Key}]", variable.Value, StringComparison.Ordinal));
            yield return KeyValuePair.Create(name, filled.Replace("{host}", service.Host, StringComparison.Ordinal).Replace("{port}", port, StringComparison.Ordinal));
        }
    }
}
