namespace PipelineKit.Licences.Policies;

/// <summary>Decides about packages: the policy's verdict, then development, then exceptions.</summary>
internal sealed class PackageJudge(PolicyEvaluator evaluator, LicencePolicy policy, Exemptions exemptions, DateOnly today)
{
    public PackageDecision Decide(LicencePackage package, LicenceConclusion conclusion)
    {
        var proof = evaluator.Judge(conclusion.Expression);
        if (proof.Verdict == LicenceVerdict.Allowed)
        {
            return new(package, conclusion, proof, PackageOutcome.Allowed, null);
        }

        if (package.Development && policy.Development == DevelopmentRule.Ignore)
        {
            return new(package, conclusion, proof, PackageOutcome.Ignored, null);
        }

        var exemption = exemptions.Find(package, conclusion);
        var outcome = (exemption, proof.Verdict) switch
        {
            ({ } found, _) when found.Expires is null || found.Expires >= today => PackageOutcome.Excepted,
            _ when package.Development && policy.Development == DevelopmentRule.Report => PackageOutcome.Reported,
            ({ }, _) => PackageOutcome.Expired,
            (_, LicenceVerdict.Review) => PackageOutcome.Review,
            _ => PackageOutcome.Denied,
        };
        return new(package, conclusion, proof, outcome, exemption);
    }
}
