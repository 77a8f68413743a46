using System.Text.Json.Nodes;

namespace PipelineKit.Execution.Tests.Running;

/// <summary>Runs a pipeline by <c>pipelinekit run</c>: no generated file is needed, and no Cake is started.</summary>
internal static class ProgramRun
{
    public static RunResult Run(ExecutedStack stack, Workspace workspace)
    {
        var result = Tool.Run(workspace.Folder, "dotnet", [TestFolders.Program, "run", "--format", "json", "--verbose"], Surroundings.Of(stack));
        result.Exit.ShouldBeOneOf(0, 1);
        var jobs = new Dictionary<string, int>();
        foreach (var job in (JsonArray)JsonNode.Parse(result.Out)!["jobs"]!)
        {
            var outcome = (string)job!["outcome"]!;
            outcome.ShouldBeOneOf("passed", "failed");
            jobs[(string)job["job"]!] = outcome == "passed" ? 0 : 1;
        }

        return new("run", result.Exit, result.Out + result.Error, jobs, jobs.ToDictionary(j => j.Key, _ => workspace.Folder), []);
    }
}
