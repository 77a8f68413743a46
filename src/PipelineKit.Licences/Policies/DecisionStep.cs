using System.Collections.Immutable;

namespace PipelineKit.Licences.Policies;

/// <summary>
/// The proof of a verdict, as a tree: a choice takes its best part, a conjunction its worst, a leaf the rule that names it.
/// </summary>
/// <param name="Expression">The (part of the) expression that is judged.</param>
/// <param name="Verdict">Its verdict.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Parts">The verdicts it was taken from; empty for a leaf.</param>
public sealed record DecisionStep(string Expression, LicenceVerdict Verdict, string Reason, ImmutableArray<DecisionStep> Parts)
{
    /// <summary>The leaf that made the verdict what it is: the first with that verdict.</summary>
    public DecisionStep Deciding => Parts.FirstOrDefault(part => part.Verdict == Verdict)?.Deciding ?? this;

    /// <summary>The reason, with that of the deciding leaf where there are parts.</summary>
    public string FullReason => Parts.IsEmpty ? Reason : $"{Reason}; {Deciding.Reason}";
}
