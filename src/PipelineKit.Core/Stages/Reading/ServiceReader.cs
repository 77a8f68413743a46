using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Stages.Reading;

/// <summary>Reads a file of <c>templates/services/</c>.</summary>
internal static class ServiceReader
{
    public static ServiceDefinition? Read(string id, SourceNode node, DiagnosticBag diagnostics)
    {
        if (MapReader.Of(node, "a service file", diagnostics) is not { } map)
        {
            return null;
        }

        DataFile.CheckId(map, id);
        var service = new ServiceDefinition
        {
            Id = id,
            Image = map.RequiredText("image"),
            Version = map.RequiredText("version"),
            Port = map.Integer("port", 1, 65535) ?? 0,
            Settings = map.TextMap("settings"),
            Env = map.TextMap("env"),
            Health = map.Text("health"),
            Values = map.TextMap("values"),
        };
        map.Finish();
        return service;
    }
}
