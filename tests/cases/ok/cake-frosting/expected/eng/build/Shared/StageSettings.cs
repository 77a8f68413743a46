// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
using Cake.Core;

namespace Build;

/// <summary>How a stage runs.</summary>
public sealed partial class StageSettings
{
    /// <summary>The folder in which its commands start.</summary>
    public string Directory { get; init; } = ".";

    /// <summary>A folder that is emptied first.</summary>
    public string? Reports { get; init; }

    /// <summary>Tools that are looked for before anything runs.</summary>
    public string[] Needs { get; init; } = [];

    /// <summary>Variables of its commands.</summary>
    public Dictionary<string, string?> Env { get; } = [];

    /// <summary>Its time limit.</summary>
    public double Minutes { get; init; } = 60;

    /// <summary>True: a failure is shown and does not count.</summary>
    public bool AllowFailure { get; init; }

    /// <summary>Why it cannot run here, or null.</summary>
    public Func<ICakeContext, string?>? Skip { get; init; }
}
