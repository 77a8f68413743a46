using System.Text.Json;
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
        var events = Path.Combine(Path.GetDirectoryName(workspace.Folder)!, "events.jsonl");
        string[] skips = stack.SkippedLeaves.Count > 0 ? ["--allow-skips"] : [];
        var result = Tool.Run(workspace.Folder, "dotnet", ["cake", $"--events={events}", .. skips, .. arguments], environment);
        var finished = File.ReadLines(events).Select(l => JsonDocument.Parse(l).RootElement).Where(e => e.GetProperty("event").GetString() == "job-finished").ToList();
        var skipped = finished.SelectMany(e => e.GetProperty("leaves").EnumerateArray()).Where(l => Outcome(l) == "skipped").Select(l => l.GetProperty("leaf").GetString());
        skipped.ShouldBe(stack.SkippedLeaves, result.Out);
        var jobs = finished.Where(e => Outcome(e) != "skipped").ToDictionary(e => e.GetProperty("job").GetString()!, ExitCode);
        return new("cake", result.Exit, result.Out + result.Error, jobs, jobs.ToDictionary(j => j.Key, _ => workspace.Folder),
            [.. Command().Matches(result.Out).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)]);
    }

    private static int ExitCode(JsonElement job) => Outcome(job) switch
    {
        "passed" => 0,
        "failed" => job.GetProperty("exitCode").GetInt32(),
        var other => throw new InvalidOperationException($"a job is neither passed nor failed but {other}: {job}"),
    };

    private static string Outcome(JsonElement element) => element.GetProperty("outcome").GetString()!;

    [GeneratedRegex(@"^\$ (.+?)\r?$", RegexOptions.Multiline)]
    private static partial Regex Command();
}
