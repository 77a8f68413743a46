namespace PipelineKit.Cli.Init.Facts;

/// <summary>What became of something that was seen.</summary>
internal enum FindingKind
{
    /// <summary>It was seen and used.</summary>
    Found,

    /// <summary>A stage was chosen because of it.</summary>
    Chosen,

    /// <summary>It was seen, and what belongs to it would not work; the text says why.</summary>
    LeftOut,

    /// <summary>A person has to do something.</summary>
    ByHand,
}

/// <summary>One line of what <c>init</c> tells.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Text">A sentence, or the part of one.</param>
/// <param name="Place">Where it stands, or null for what was missed.</param>
internal sealed record Finding(FindingKind Kind, string Text, Place? Place = null);
