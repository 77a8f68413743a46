namespace PipelineKitRunner;

/// <summary>How a toolchain is found on this machine. {ID} stands for the version of toolchain ID of the same job.</summary>
/// <param name="Probe">Command that prints the version.</param>
/// <param name="Pattern">Regular expression whose first group is the version.</param>
/// <param name="Match">exact, prefix, minimum or any.</param>
/// <param name="Hint">How to install it.</param>
internal sealed record ToolchainData(string[] Probe, string Pattern, string Match, string Hint)
{
    /// <summary>Toolchains that this one provides itself.</summary>
    public string[] Covers { get; init; } = [];

    /// <summary>Variables by which it is told its version.</summary>
    public Dictionary<string, string> Env { get; } = [];
}
