using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PipelineKit.Licences.Normalisation;

namespace PipelineKit.Licences.Output;

/// <summary>Words and texts that several formats share.</summary>
internal static class Wording
{
    private const int MaximumLength = 1000;
    private const int LongestPath = 8;

    /// <summary>The outcome in one word, in lower case.</summary>
    public static string Of(PackageOutcome outcome) => outcome switch
    {
        PackageOutcome.Allowed => "allowed",
        PackageOutcome.Excepted => "excepted",
        PackageOutcome.Ignored => "ignored",
        PackageOutcome.Review => "review",
        PackageOutcome.Reported => "reported",
        PackageOutcome.Denied => "denied",
        _ => "expired",
    };

    /// <summary>One line without control characters: names come from files of unknown origin.</summary>
    public static string Safe(string text) => EvidenceLog.OneLine(text, MaximumLength);

    /// <summary>The way to the package: <c>a@1 &gt; b@2</c>; of a long one the beginning and the end.</summary>
    public static string Path(LicencePackage package) => package.Path.Length <= LongestPath
        ? string.Join(" > ", package.Path.Select(Safe))
        : string.Join(" > ", package.Path.Take(LongestPath / 2).Append("…").Concat(package.Path.TakeLast(LongestPath / 2)).Select(Safe));

    /// <summary>What a reader of a finding needs: package, licence, why, and what pulls it in.</summary>
    public static string Message(PackageDecision decision)
    {
        var package = decision.Package;
        var message = $"{Safe(package.Label)}: {decision.Conclusion.Text} is {Word(decision.Outcome)}: {Safe(decision.Reason)}.";
        return package.Path.Length > 1 ? $"{message} Needed by {Path(package)}." : message;
    }

    /// <summary>The packages that need attention, worst first.</summary>
    public static IEnumerable<PackageDecision> Findings(LicenceReport report) =>
        report.Packages.Where(package => package.Outcome is PackageOutcome.Denied or PackageOutcome.Expired or PackageOutcome.Review or PackageOutcome.Reported)
            .OrderByDescending(package => package.Outcome);

    /// <summary>"412 packages: 409 allowed, 3 denied".</summary>
    public static string Totals(LicenceReport report)
    {
        var counts = report.Packages.GroupBy(package => package.Outcome).OrderBy(group => group.Key)
            .Select(group => $"{Number(group.Count())} {Of(group.Key)}");
        return $"{Number(report.Packages.Length)} {(report.Packages.Length == 1 ? "package" : "packages")}: {string.Join(", ", counts)}".TrimEnd(' ', ':');
    }

    /// <summary>How many packages carry each licence, the most frequent first.</summary>
    public static IEnumerable<(string Licence, int Count)> Licences(LicenceReport report) =>
        report.Packages.GroupBy(package => package.Conclusion.Text)
            .Select(group => (group.Key, group.Count()))
            .OrderByDescending(pair => pair.Item2).ThenBy(pair => pair.Key, StringComparer.Ordinal);

    /// <summary>A number in the invariant culture.</summary>
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A day as <c>2026-03-01</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The SHA-256 of texts, in lower-case hexadecimal digits.</summary>
    public static string Fingerprint(params IEnumerable<string> texts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', texts))));

    /// <summary>A UUID (version 8, RFC 9562) made from the report, so that the same report has the same.</summary>
    public static string Uuid(LicenceReport report)
    {
        var hash = Fingerprint(report.Packages.Select(package => $"{package.Package.Purl} {package.Conclusion.Text}").Prepend($"{report.Name} {Day(report.Today)}"));
        return $"{hash[..8]}-{hash[8..12]}-8{hash[13..16]}-8{hash[17..20]}-{hash[20..32]}";
    }

    private static string Word(PackageOutcome outcome) => outcome switch
    {
        PackageOutcome.Review => "to be reviewed",
        PackageOutcome.Expired => "denied again",
        PackageOutcome.Reported => "not allowed",
        _ => Of(outcome),
    };
}
