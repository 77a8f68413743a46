namespace PipelineKitRunner;

/// <summary>A container beside a job.</summary>
internal sealed record ServiceData(string Image, int Port, Dictionary<string, string> Env)
{
    /// <summary>Succeeds in the container's shell once the service is ready.</summary>
    public string? Health { get; init; }

    /// <summary>What jobs can ask for besides host and port; texts may hold {host} and {port}.</summary>
    public Dictionary<string, string> Values { get; } = [];
}
