using PipelineKit.Cli.Init.Facts;

namespace PipelineKit.Cli.Init;

/// <summary>A project that was found in a repository, with what was chosen for it.</summary>
/// <param name="Path">Folder relative to the root.</param>
/// <param name="Stack">Stack id.</param>
/// <param name="Evidence">The file that told so.</param>
internal sealed record DetectedProject(string Path, string Stack, string Evidence)
{
    /// <summary>Options of the stack, in the order of the spec; values are texts, booleans or lists of texts.</summary>
    public IList<KeyValuePair<string, object>> Options { get; } = [];

    /// <summary>Stages in the order of the spec.</summary>
    public IList<StageChoice> Stages { get; } = [];

    /// <summary>Versions of tools that the owner has outside the lock file, by tool.</summary>
    public IDictionary<string, string> Pins { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What was seen, chosen, left out and is to be done by hand.</summary>
    public IList<Finding> Findings { get; } = [];

    public void Option(string name, object value) => Options.Add(new(name, value));

    public void Found(string text, Place? place = null) => Findings.Add(new Finding(FindingKind.Found, text, place));

    public void LeaveOut(string text, Place? place = null) => Findings.Add(new Finding(FindingKind.LeftOut, text, place));

    public void ByHand(string text, Place? place = null) => Findings.Add(new Finding(FindingKind.ByHand, text, place));

    /// <summary>Chooses a stage and says why.</summary>
    public StageChoice Choose(string stage, string why, Place? place = null)
    {
        var choice = new StageChoice(stage);
        Stages.Add(choice);
        Findings.Add(new Finding(FindingKind.Chosen, $"{stage}: {why}", place));
        return choice;
    }
}
