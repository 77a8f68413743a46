using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitHub;

/// <summary>Tells what has to be set on GitHub because no file can say it, each thing once.</summary>
internal static class SetupNotices
{
    public static void Report(GitHubContext context)
    {
        foreach (var notice in new GitHubSetupList().Describe(context.Pipeline))
        {
            context.Report(PlatformDiagnostics.PlatformSetting, "GitHub: " + notice);
        }
    }
}
