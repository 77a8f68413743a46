using PipelineKit.Core.Spec;

namespace PipelineKit.Core.Generation;

/// <summary>
/// The configuration of the bot that proposes newer pins: all pins of a pipeline in one pull request, once they are out for a week. Written when
/// there is none, and the user's from then on.
/// </summary>
internal static class BotFiles
{
    // docs.github.com, "Dependabot options reference": groups, cooldown.
    private const string Dependabot = """
        # Proposes newer actions. Merge a proposal as it is: `pipelinekit generate` brings everything else along.
        version: 2
        updates:
          - package-ecosystem: github-actions
            directory: /
            schedule:
              interval: weekly
            cooldown:
              default-days: 7
            groups:
              pipeline:
                patterns: ["*"]

        """;

    // docs.renovatebot.com, "Configuration options" and "helpers": the helper writes the whole version behind a commit.
    private const string Renovate = """
        {
          "$schema": "https://docs.renovatebot.com/renovate-schema.json",
          "extends": ["config:recommended", "helpers:pinGitHubActionDigestsToSemver"],
          "minimumReleaseAge": "7 days",
          "packageRules": [
            {
              "matchManagers": ["github-actions", "gitlabci"],
              "groupName": "pipeline"
            }
          ]
        }

        """;

    /// <summary>The files; none where the spec names no bot.</summary>
    public static IEnumerable<EmittedFile> Of(SpecDocument spec) => spec.Updates switch
    {
        UpdateBot.Dependabot => [File(".github/dependabot.yml", Dependabot)],
        UpdateBot.Renovate => [File("renovate.json", Renovate)],
        _ => [],
    };

    private static EmittedFile File(string path, string text) => new() { Path = path, Text = text, Ownership = FileOwnership.CreatedOnce, CommentPrefix = null };
}
