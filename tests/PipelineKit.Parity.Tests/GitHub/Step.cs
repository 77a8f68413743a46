using System.Text.RegularExpressions;
using PipelineKit.Parity.Tests.Posix;
using PipelineKit.Parity.Tests.Reading;
using YamlDotNet.RepresentationModel;

namespace PipelineKit.Parity.Tests.GitHub;

/// <summary>A step with a <c>run</c>, and how its condition asks for another one.</summary>
internal sealed partial record Step(string? Id, string Run, string Shell, bool IsAlways, string? Asks, bool AsksForSuccess, bool IsConditional)
{
    private static readonly string[] OutsideFiles = ["\"$GITHUB_STEP_SUMMARY\"", "\"$GITHUB_STEP_SUMMARY\" || true", "\"$GITHUB_OUTPUT\""];

    public static Step Of(YamlNode node, string defaultShell)
    {
        var condition = node.Text("if");
        var match = Outcome().Match(condition ?? "");
        return new Step(
            node.Text("id"),
            node.Text("run") ?? "",
            node.Text("shell") ?? defaultShell,
            node.Text("continue-on-error") == "true",
            match.Success ? match.Groups[1].Value : null,
            match.Success && match.Groups[2].Value == "== 'success'",
            condition is not null);
    }

    /// <summary>True: it only serves the platform, by writing to the files through which steps tell the runner something.</summary>
    public bool IsForRunner => OutsideFiles.Any(file => Run.TrimEnd('\n').EndsWith(">> " + file, StringComparison.Ordinal))
        || Run.Contains("<< 'EOF' >> \"$GITHUB_STEP_SUMMARY\"", StringComparison.Ordinal);

    /// <summary>True: a failure of the earlier step does not keep this one from running.</summary>
    public bool RunsAfterFailureOf(Step earlier) => Asks is not null && !(AsksForSuccess && Asks == earlier.Id);

    /// <summary>Its lines as commands, or null for a script.</summary>
    public IReadOnlyList<CommandLine>? Commands => Run.EndsWith('\n') && Run.TrimEnd('\n').Split('\n').Length == 1 ? null : CommandLine.ReadAll(Run);

    [GeneratedRegex(@"^\$\{\{ !cancelled\(\) && steps\.([\w-]+)\.outcome (== 'success'|!= 'skipped') \}\}$", RegexOptions.CultureInvariant)]
    private static partial Regex Outcome();
}
