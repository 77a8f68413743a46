using PipelineKit.Licences.Reading;
using PipelineKit.Licences.Spdx;

namespace PipelineKit.Licences.Policies;

/// <summary>Finds the exception of a package, and remembers which ones were of use.</summary>
internal sealed class Exemptions(IReadOnlyList<PackageExemption> exemptions)
{
    private readonly HashSet<PackageExemption> used = [];

    /// <summary>The exception that covers a package which the policy does not allow; one that holds longer goes first.</summary>
    public PackageExemption? Find(LicencePackage package, LicenceConclusion conclusion)
    {
        PackageExemption? best = null;
        foreach (var exemption in exemptions)
        {
            if (Covers(exemption, package, conclusion) && (best is null || Until(exemption) > Until(best)))
            {
                best = exemption;
            }
        }

        if (best is not null)
        {
            used.Add(best);
        }

        return best;
    }

    /// <summary>A note on each exception that no package needed.</summary>
    public IEnumerable<LicenceProblem> NotNeeded() =>
        exemptions.Where(exemption => !used.Contains(exemption)).Select(exemption => LicenceProblem.NotNeeded(
            $"the exception for \"{exemption.Package}\" is not needed: no such package, or the policy allows it"));

    private static DateOnly Until(PackageExemption exemption) => exemption.Expires ?? DateOnly.MaxValue;

    private static bool Covers(PackageExemption exemption, LicencePackage package, LicenceConclusion conclusion) =>
        SameName(exemption.Package, package)
        && (exemption.Version is null || exemption.Version == package.Version)
        && (exemption.Licence is null || SameLicence(exemption.Licence, conclusion));

    private static bool SameName(string name, LicencePackage package) => package.Ecosystem switch
    {
        Ecosystem.Python => PackageUrl.PythonName(name) == PackageUrl.PythonName(package.Name),
        Ecosystem.NuGet => string.Equals(name, package.Name, StringComparison.OrdinalIgnoreCase),
        _ => name == package.Name,
    };

    private static bool SameLicence(string licence, LicenceConclusion conclusion) =>
        licence == conclusion.Text
        || (ExpressionParser.Parse(licence).Expression is { } expression && ModernForm.Of(expression).ToString() == conclusion.Text);
}
