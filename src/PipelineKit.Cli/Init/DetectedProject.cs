namespace PipelineKit.Cli.Init;

/// <summary>A project that was found in a repository.</summary>
/// <param name="Path">Folder relative to the root.</param>
/// <param name="Stack">Stack id.</param>
/// <param name="Evidence">The file that told so.</param>
internal sealed record DetectedProject(string Path, string Stack, string Evidence)
{
    /// <summary>Options of the stack, in the order of the spec; values are texts, booleans or lists of texts.</summary>
    public IList<KeyValuePair<string, object>> Options { get; } = [];

    /// <summary>Thresholds found in the tools' own settings: stage, input, value, and where it stood.</summary>
    public IList<DetectedInput> Inputs { get; } = [];
}

/// <summary>An input copied from a tool's own settings.</summary>
/// <param name="Stage">Stage id.</param>
/// <param name="Name">Input.</param>
/// <param name="Value">Value as it is written into the spec.</param>
/// <param name="Source">File it was copied from.</param>
internal sealed record DetectedInput(string Stage, string Name, string Value, string Source);
