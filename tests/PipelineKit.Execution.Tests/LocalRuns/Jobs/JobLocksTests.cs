using PipelineKit.Core.Model;
using PipelineKit.Execution.Jobs;

namespace PipelineKit.Execution.Tests.LocalRuns.Jobs;

public sealed class JobLocksTests
{
    [Theory]
    [InlineData("services/api", "workspace", "web", "workspace", false)]
    [InlineData("services/api", "workspace", "services/api", "workspace", true)]
    [InlineData("services", "workspace", "services/api", "workspace", true)]
    [InlineData("services/api", "workspace", "services/api-2", "workspace", false)]
    [InlineData(".", "workspace", "web", "workspace", true)]
    [InlineData("services/api", "port", "web", "port", true)]
    [InlineData("web", "port", "web", "workspace", false)]
    [InlineData("web", "workspace/Debug", "web", "workspace/Debug", true)]
    [InlineData("web", "workspace/Debug", "web", "workspace/Release", false)]
    [InlineData("web", "workspace/Debug", "web", "workspace", true)]
    [InlineData(".", "workspace/Debug", "web", "workspace", true)]
    [InlineData("web", "workspace/Debug", "api", "workspace/Debug", false)]
    [InlineData(".", "workspace/Debug", "web", "workspace/Release", true)]
    [InlineData("web", "workspace/Debug", "web", "workspace/debug", true)]
    [InlineData("web", "workspaces", "api", "workspaces", true)]
    public void The_workspace_is_a_folder_with_parts_and_everything_else_is_there_once(string folder, string name, string otherFolder, string otherName, bool exclude)
    {
        var one = Make.Idle("one") with { Project = new Project(null, folder, "none"), Locks = ["x", name] };
        var other = Make.Idle("other") with { Project = new Project(null, otherFolder, "none"), Locks = ["y", otherName] };

        JobLocks.Exclude(one, other).ShouldBe(exclude);
        JobLocks.Exclude(other, one).ShouldBe(exclude);
    }
}
