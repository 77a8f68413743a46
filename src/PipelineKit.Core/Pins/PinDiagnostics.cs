using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Pins;

/// <summary>Problems with pins (PK405x).</summary>
public static class PinDiagnostics
{
    /// <summary>What stands at the place of a pin is not one.</summary>
    public static readonly DiagnosticDescriptor Incomplete = new("PK4050", "a pin in a committed file is not complete", Severity.Error);

    /// <summary>One file holds one thing at two versions.</summary>
    public static readonly DiagnosticDescriptor Disagree = new("PK4051", "only some places of a pin were changed", Severity.Error);

    /// <summary>A tag is known at another commit, or a commit under another tag.</summary>
    public static readonly DiagnosticDescriptor WrongPair = new("PK4052", "a commit and its tag do not belong together", Severity.Error);

    /// <summary>A committed file has another version than the one that the repository holds.</summary>
    public static readonly DiagnosticDescriptor Held = new("PK4053", "a pin that is held was changed in a committed file", Severity.Error);

    /// <summary>Nothing says which of two versions is the newer one.</summary>
    public static readonly DiagnosticDescriptor NoOrder = new("PK4054", "two versions of a pin cannot be ordered", Severity.Error);

    /// <summary>A committed file is behind.</summary>
    public static readonly DiagnosticDescriptor Older = new("PK4055", "an older pin is replaced", Severity.Warning);

    /// <summary>A bump was taken over.</summary>
    public static readonly DiagnosticDescriptor Adopted = new("PK4056", "a newer pin was taken over", Severity.Info);

    /// <summary>The lock file holds something that is no pin.</summary>
    public static readonly DiagnosticDescriptor BadLock = new("PK4057", "a pin in the lock file is none", Severity.Error);

    /// <summary>A registry or repository could not be asked.</summary>
    public static readonly DiagnosticDescriptor NotAsked = new("PK4058", "a newer version could not be asked for", Severity.Warning);

    /// <summary>The spec asks for digests, and one is not known.</summary>
    public static readonly DiagnosticDescriptor NoDigest = new("PK4059", "an image has no digest", Severity.Warning);

    /// <summary>A pin of the spec is one of nothing.</summary>
    public static readonly DiagnosticDescriptor Idle = new("PK4060", "a pin of the spec holds nothing", Severity.Warning);

    /// <summary>All descriptors of this family.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [Incomplete, Disagree, WrongPair, Held, NoOrder, Older, Adopted, BadLock, NotAsked, NoDigest, Idle];
}
