namespace PipelineKit.Core.Stages;

/// <summary>A service as data (<c>templates/services/ID.yml</c>). <c>{name}</c> in texts is a setting, <c>{version}</c>, or later <c>{host}</c> and <c>{port}</c>.</summary>
public sealed record ServiceDefinition
{
    /// <summary>Id, equal to the file's name.</summary>
    public required string Id { get; init; }

    /// <summary>Image with <c>{version}</c>.</summary>
    public required string Image { get; init; }

    /// <summary>Version used when none is given.</summary>
    public required string Version { get; init; }

    /// <summary>Port inside the container.</summary>
    public required int Port { get; init; }

    /// <summary>Settings with their defaults (user, password, database).</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Environment of the container.</summary>
    public IReadOnlyDictionary<string, string> Env { get; init; } = new Dictionary<string, string>();

    /// <summary>Readiness command, or null.</summary>
    public string? Health { get; init; }

    /// <summary>What jobs can ask for besides host and port.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();
}
