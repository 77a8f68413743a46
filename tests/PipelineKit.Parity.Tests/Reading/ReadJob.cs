using System.Text.Json.Nodes;

namespace PipelineKit.Parity.Tests.Reading;

/// <summary>One job as a platform's file says it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Parts">The object of the digest; keys whose value would be empty are not there.</param>
internal sealed record ReadJob(string Id, JsonObject Parts)
{
    /// <summary>By variable: everything its text can mean here. Where a value comes from a service, YAML only shows the text.</summary>
    public Dictionary<string, IReadOnlyList<JsonNode>> Readings { get; } = new(StringComparer.Ordinal);

    /// <summary>The step in which the platform counts time, in seconds; the file holds a longer time rounded up to it.</summary>
    public long TimeStep { get; init; } = 1;

    /// <summary>Sets a part unless it is empty.</summary>
    public void Set(string key, JsonNode value)
    {
        if (value is not (JsonObject { Count: 0 } or JsonArray { Count: 0 }))
        {
            Parts[key] = value;
        }
    }
}
