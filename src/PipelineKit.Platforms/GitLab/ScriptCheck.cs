using PipelineKit.Core.Model;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitLab;

/// <summary>What the commands of a job ask for and a GitLab job cannot give.</summary>
internal static class ScriptCheck
{
    private static readonly string[] WithoutBash = ["alpine", "busybox"];
    private static readonly string[] WithPowerShell = ["powershell", "dotnet/sdk"];

    public static void Report(Job job, ImageSection image, GitLabPlan plan)
    {
        ReportOrder(job, plan);
        foreach (var shell in job.Run.Where(c => c.Script is not null).Select(c => c.Shell).Distinct(StringComparer.Ordinal))
        {
            if (image.Image is { } name && !HasShell(shell, name))
            {
                plan.Report(
                    PlatformDiagnostics.ShellUnavailable,
                    $"job \"{job.Id}\" has a {shell} script, but its image \"{name}\" has no {shell}",
                    shell == "pwsh" ? "give the stage an `image:` with PowerShell" : "write the script for sh, or give the stage another `image:`");
            }
        }

        if (Texts(job).Any(text => text.Contains('\0', StringComparison.Ordinal)))
        {
            plan.Report(PlatformDiagnostics.TextNotRepresentable, $"job \"{job.Id}\" has a text with the character NUL, which no program can be given");
        }
    }

    // Guessing stops at what is certain: most images have bash, few have PowerShell.
    private static bool HasShell(string? shell, string image) => shell switch
    {
        "bash" => !WithoutBash.Any(part => image.Contains(part, StringComparison.Ordinal)),
        "pwsh" => WithPowerShell.Any(part => image.Contains(part, StringComparison.Ordinal)),
        _ => true,
    };

    private static void ReportOrder(Job job, GitLabPlan plan)
    {
        foreach (var command in job.Run.TakeWhile((c, at) => job.Run.Skip(at + 1).Any(later => !later.Always)).Where(c => c.Always))
        {
            plan.Report(
                PlatformDiagnostics.Approximation,
                $"job \"{job.Id}\": \"{command.Name}\" always runs, and on GitLab therefore after all other commands",
                "put commands with `always: true` last");
        }
    }

    private static IEnumerable<string> Texts(Job job) =>
        job.Env.Select(e => e.Value).Concat(job.Run.SelectMany(c => c.Argv)).Concat(job.Install?.Run.SelectMany(argv => argv) ?? [])
            .OfType<LiteralValue>().Select(literal => literal.Text)
            .Concat(job.Run.Select(c => c.Script).OfType<string>());
}
