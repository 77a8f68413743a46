using System.Collections.Immutable;

namespace PipelineKit.Licences.Policies;

/// <summary>
/// What may be used, in plain values as a spec holds them. The entries of the three lists are identifiers
/// (<c>MIT</c>, <c>GPL-2.0-only WITH Classpath-exception-2.0</c>, <c>LicenseRef-x</c>) or groups of <see cref="LicenceGroups"/>.
/// An identifier goes before a group; in the same rank deny goes before review and review before allow.
/// </summary>
public sealed record LicencePolicy
{
    /// <summary>The default: permissive and weak copyleft allowed, strong and network copyleft and unknown denied, the rest to review.</summary>
    public static LicencePolicy Default { get; } = new()
    {
        Allow = ["permissive", "weak-copyleft"],
        Deny = ["strong-copyleft", "network-copyleft"],
        Unlisted = LicenceVerdict.Review,
    };

    /// <summary>What may be used.</summary>
    public ImmutableArray<string> Allow { get; init; } = [];

    /// <summary>What may not be used.</summary>
    public ImmutableArray<string> Deny { get; init; } = [];

    /// <summary>What a person must look at.</summary>
    public ImmutableArray<string> Review { get; init; } = [];

    /// <summary>Packages that may be used all the same.</summary>
    public ImmutableArray<PackageExemption> Exceptions { get; init; } = [];

    /// <summary>How development packages count.</summary>
    public DevelopmentRule Development { get; init; } = DevelopmentRule.Report;

    /// <summary>How packages count whose licence is not known.</summary>
    public UnknownRule Unknown { get; init; } = UnknownRule.Deny;

    /// <summary>A known licence that no list names. Null: denied if there is an allow list, else allowed.</summary>
    public LicenceVerdict? Unlisted { get; init; }
}
