using System.Text.RegularExpressions;
using PipelineKit.Parity.Tests.Posix;
using PipelineKit.Parity.Tests.Reading;
using YamlDotNet.RepresentationModel;

namespace PipelineKit.Parity.Tests.GitHub;

/// <summary>A step with a <c>run</c>, and how its condition asks for another one.</summary>
internal sealed partial record Step(string? Id, bool IsInstall, string Run, string Shell, bool IsAlways, string? Asks, bool AsksForSuccess, bool IsConditional, bool LooksForReports)
{
    /// <summary>The step that prepares the dependencies; it may run where the lock file is.</summary>
    private const string InstallName = "Install";

    public static Step Of(YamlNode node, string defaultShell)
    {
        node.Allow("id", "name", "if", "run", "shell", "continue-on-error", "env", "working-directory");
        if (node.Get("working-directory") is not null && node.Text("name") != InstallName)
        {
            throw new UnreadableException("a step with a folder of its own");
        }

        // Steps get secrets and what a login hands out; anything else belongs to the job.
        if (node.Get("env").Entries().Select(e => e.Value.Text()!).FirstOrDefault(text => !Expressions.IsSecret(text) && text != "${{ github.token }}" && !text.StartsWith("${{ steps.login.", StringComparison.Ordinal)) is { } own)
        {
            throw new UnreadableException($"a step with a variable of its own: {own}");
        }

        var condition = node.Text("if");
        var match = Outcome().Match(condition ?? "");
        return new Step(
            node.Text("id"),
            node.Text("name") == InstallName,
            node.Text("run") ?? "",
            node.Text("shell") ?? defaultShell,
            node.Text("continue-on-error") == "true",
            match.Success ? match.Groups[1].Value : null,
            match.Success && match.Groups[2].Value == "== 'success'",
            condition is not null,
            condition is null && node.Text("name") == "Every report is there");
    }

    /// <summary>True: it only logs in, names the folder of the cache, looks for the reports, or writes the summary of the job.</summary>
    public bool IsForRunner => Id == "login" || LooksForReports || string.IsNullOrWhiteSpace(ForRunner().Replace(Run, ""));

    /// <summary>True: a failure of the earlier step does not keep this one from running.</summary>
    public bool RunsAfterFailureOf(Step earlier) => Asks is not null && !(AsksForSuccess && Asks == earlier.Id);

    /// <summary>Its lines as commands, or null for a script.</summary>
    public IReadOnlyList<CommandLine>? Commands => Run.EndsWith('\n') && Run.TrimEnd('\n').Split('\n').Length == 1 ? null : CommandLine.ReadAll(Run);

    [GeneratedRegex(@"^\$\{\{ !cancelled\(\) && steps\.([\w-]+)\.outcome (== 'success'|!= 'skipped') \}\}$", RegexOptions.CultureInvariant)]
    private static partial Regex Outcome();

    [GeneratedRegex(
        """
        ^(?:cat\ [^|;&<>$]+\ >>\ "\$GITHUB_STEP_SUMMARY"
        |python3\ (?:\.\./)*\.pipelinekit/summary\.py\ [^|;&<>$]+\ >>\ "\$GITHUB_STEP_SUMMARY"
        |echo\ "\w+=\$RUNNER_TEMP/[\w-]+"\ \|\ tee\ -a\ "\$GITHUB_ENV"\ >>\ "\$GITHUB_OUTPUT")$
        """,
        RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex ForRunner();
}
