using System.Text.RegularExpressions;

namespace PipelineKit.Execution.Tests.Running;

/// <summary>Runs a pipeline as a developer does: <c>dotnet tool restore</c>, <c>dotnet cake</c>.</summary>
internal static partial class CakeRun
{
    public static RunResult Run(ExecutedStack stack, Workspace workspace, params string[] arguments)
    {
        var environment = Surroundings.Of(stack);
        if (stack.NeedsOwnTool)
        {
            // No feed of the machine has it; once it is unpacked, the manifest with Cake finds it as well.
            var own = Tool.Run(workspace.Folder, "dotnet", ["tool", "restore", "--tool-manifest", ".pipelinekit/dotnet-tools.json", "--configfile", ".pipelinekit/feed.config"], environment);
            own.Exit.ShouldBe(0, own.ToString());
        }

        var restored = Tool.Run(workspace.Folder, "dotnet", ["tool", "restore", "--tool-manifest", ".config/dotnet-tools.json"], environment);
        restored.Exit.ShouldBe(0, restored.ToString());
        var result = Tool.Run(workspace.Folder, "dotnet", ["cake", .. arguments], environment);
        var rows = Rows().Matches(result.Out).ToDictionary(row => row.Groups["task"].Value, row => row.Groups["status"].Value);
        var jobs = new Dictionary<string, int>();
        foreach (var (task, status) in rows.Where(row => row.Key is not ("Setup" or "Teardown" or "quality-gate" or "Default")))
        {
            var leg = stack.Legs.FirstOrDefault(leg => task.EndsWith("-" + leg, StringComparison.Ordinal));
            (status == "Skipped").ShouldBe(leg is not null && stack.SkippedLeaves.Contains(leg.Replace('-', ' ')), $"{task}: {status}");
            if (status != "Skipped")
            {
                var job = leg is null ? task : task[..^(leg.Length + 1)];
                jobs[job] = jobs.GetValueOrDefault(job) | (status == "Succeeded" ? 0 : 1);
            }
        }

        return new("cake", result.Exit, result.Out + result.Error, jobs, jobs.ToDictionary(j => j.Key, _ => workspace.Folder),
            [.. Command().Matches(result.Out).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)]);
    }

    [GeneratedRegex(@"^  (?<task>\S+) +(?:\S+ +)?(?<status>Succeeded|Failed|Skipped)\b", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Rows();

    [GeneratedRegex(@"^> (.+?)\r?$", RegexOptions.Multiline)]
    private static partial Regex Command();
}
