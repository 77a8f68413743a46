using System.Globalization;
using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.Shared;

/// <summary>What a job is told about a service.</summary>
internal static class ServiceTexts
{
    /// <summary>The value a job gets, at the address under which the platform shows the service; null for a name that the service does not have.</summary>
    public static string? Get(Service service, string name, string host, int port)
    {
        var portText = port.ToString(CultureInfo.InvariantCulture);
        return name switch
        {
            "host" => host,
            "port" => portText,
            _ => service.Values.GetValueOrDefault(name)?
                .Replace("{host}", host, StringComparison.Ordinal)
                .Replace("{port}", portText, StringComparison.Ordinal),
        };
    }
}
