using System.Collections.Immutable;
using PipelineKit.Licences.Policies;

namespace PipelineKit.Licences;

/// <summary>A package with everything that was found out and decided about it.</summary>
/// <param name="Package">The package.</param>
/// <param name="Conclusion">Its licence and the evidence.</param>
/// <param name="Proof">What the policy says of the licence, and why.</param>
/// <param name="Outcome">What the check says of the package.</param>
/// <param name="Exemption">The exception that applies to it or has expired; null if none does.</param>
public sealed record PackageDecision(
    LicencePackage Package, LicenceConclusion Conclusion, DecisionStep Proof, PackageOutcome Outcome, PackageExemption? Exemption)
{
    /// <summary>The package fails the check.</summary>
    public bool Fails => Outcome is PackageOutcome.Denied or PackageOutcome.Expired;

    /// <summary>The texts of its licence files, if the request asked for them.</summary>
    public ImmutableArray<LicenceStatement> Texts { get; init; } = [];

    /// <summary>One sentence on why the outcome is what it is.</summary>
    public string Reason => Outcome switch
    {
        PackageOutcome.Excepted => $"excepted{Until}: {Exemption?.Reason}",
        PackageOutcome.Expired => $"the exception expired on {Day}: {Exemption?.Reason}; {Proof.FullReason}",
        PackageOutcome.Ignored => "only needed for development, which the policy ignores",
        PackageOutcome.Reported => $"only needed for development, so reported only: {Proof.FullReason}",
        _ => Proof.FullReason,
    };

    private string Until => Exemption?.Expires is null ? "" : $" until {Day}";

    private string? Day => Exemption?.Expires?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
