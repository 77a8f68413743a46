namespace PipelineKit.Core.Model;

/// <summary>A service (database, queue) beside a job, with its version and values filled in.</summary>
public sealed record Service
{
    /// <summary>Name by which the job knows it.</summary>
    public required string Alias { get; init; }

    /// <summary>Image with version tag.</summary>
    public required string Image { get; init; }

    /// <summary>The image as the library names it, without its pin; null where the spec says the version.</summary>
    public string? LibraryImage { get; init; }

    /// <summary>Port inside the container.</summary>
    public required int Port { get; init; }

    /// <summary>Environment of the container.</summary>
    public IReadOnlyDictionary<string, string> Env { get; init; } = new Dictionary<string, string>();

    /// <summary>Command line that succeeds once the service is ready, run by the container's shell; null where the image has none.</summary>
    public string? Health { get; init; }

    /// <summary>What <see cref="ServiceValue"/> can ask for besides host and port; texts may hold <c>{host}</c> and <c>{port}</c>.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();
}
