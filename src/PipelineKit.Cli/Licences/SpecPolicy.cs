using System.Collections.Immutable;
using System.Globalization;
using PipelineKit.Core.Spec;
using PipelineKit.Licences;
using PipelineKit.Licences.Policies;

namespace PipelineKit.Cli.Licences;

/// <summary>The policy that the stage <c>licence-check</c> of a spec words.</summary>
internal static class SpecPolicy
{
    /// <summary>Id of the stage.</summary>
    public const string Stage = "licence-check";

    private const string Until = "; until ";

    /// <summary>The policy of a project; <see cref="LicencePolicy.Default"/> where it does not list the stage.</summary>
    /// <exception cref="FormatException">An input says what no policy can hold; the message tells which.</exception>
    public static LicencePolicy Of(SpecProject project) =>
        project.Stages.FirstOrDefault(stage => stage.Id.Value == Stage && stage.Inline is null) is { } found ? Of(found) : LicencePolicy.Default;

    // The stage's default for `deny` is for tools without groups: here the default is that of the policy, unless a list is given.
    private static LicencePolicy Of(SpecStage stage)
    {
        var (allow, deny, review) = (Given(stage, "allow"), Given(stage, "deny"), Given(stage, "review"));
        var byDefault = allow.IsEmpty && deny.IsEmpty;
        return new LicencePolicy
        {
            Allow = byDefault ? [.. LicencePolicy.Default.Allow.Except(review, StringComparer.Ordinal)] : allow,
            Deny = byDefault ? [.. LicencePolicy.Default.Deny.Except(review, StringComparer.Ordinal)] : deny,
            Review = review,
            Unlisted = byDefault ? LicencePolicy.Default.Unlisted : null,
            Exceptions = [.. Entries(stage, "ignore").Select(e => Exemption("ignore", e.Key, e.Value)), .. Entries(stage, "exceptions").Select(e => Exemption("exceptions", e.Key, e.Value))],
            Development = Word(stage, "dev") switch
            {
                "ignore" => DevelopmentRule.Ignore,
                "enforce" => DevelopmentRule.Enforce,
                _ => DevelopmentRule.Report,
            },
            Unknown = Word(stage, "unknown") switch
            {
                "allow" => throw new FormatException("`unknown: allow` lets packages pass whose licence nobody knows; write `unknown: review`, which lists them without failing"),
                "review" => UnknownRule.Review,
                _ => UnknownRule.Deny,
            },
        };
    }

    private static ImmutableArray<string> Given(SpecStage stage, string input) =>
        stage.Source?.Find(input) is not null && stage.Inputs.GetValueOrDefault(input) is IEnumerable<object> items ? [.. items.OfType<string>()] : [];

    private static IEnumerable<KeyValuePair<string, string>> Entries(SpecStage stage, string input) =>
        stage.Inputs.GetValueOrDefault(input) is IEnumerable<KeyValuePair<string, object?>> entries
            ? entries.Select(e => KeyValuePair.Create(e.Key, e.Value as string ?? ""))
            : [];

    private static string? Word(SpecStage stage, string input) => stage.Inputs.GetValueOrDefault(input) as string;

    // NAME or NAME@VERSION (npm's scopes begin with @), with "REASON" or "REASON; until 2027-01-31".
    private static PackageExemption Exemption(string input, string package, string text)
    {
        var at = package.LastIndexOf('@');
        var (name, version) = at > 0 ? (package[..at], package[(at + 1)..]) : (package, null);
        var end = text.LastIndexOf(Until, StringComparison.Ordinal);
        if (end < 0)
        {
            return new PackageExemption(name, text, Version: version);
        }

        return DateOnly.TryParseExact(text[(end + Until.Length)..], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new PackageExemption(name, text[..end], day, version)
            : throw new FormatException($"{input}: \"{package}\" has no last day in \"{text}\"; write it as `REASON; until 2027-01-31`");
    }
}
