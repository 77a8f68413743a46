using System.Globalization;
using PipelineKit.Core.Model;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.Cake;

/// <summary>The settings of a stage, as members of an initializer.</summary>
internal sealed class StageMembers(Job job, ToolStatements tools, StageSyntax syntax)
{
    /// <summary>The members, <c>Minutes = 10</c>.</summary>
    public IReadOnlyList<string> All()
    {
        var members = new List<string>();
        Set(members, "Directory", job.Project.Path != ".", () => CSharpText.Literal(job.Project.Path));
        members.Add("Minutes = " + job.Timeout.TotalMinutes.ToString(CultureInfo.InvariantCulture));
        Set(members, "AllowFailure", job.AllowFailure, () => "true");
        var needs = tools.Needs(job);
        Set(members, "Needs", needs.Count > 0, () => CSharpText.List(needs));
        Set(members, "Reports", ReportsFolder.Of(job) is not null, () => CSharpText.Literal(job.ReportsDirectory));
        var variables = StageVariables.Of(job, syntax);
        Set(members, "Env", variables.Count > 0, () => CSharpText.Map(variables));
        var obstacles = Obstacles().ToList();
        Set(members, "Skip", obstacles.Count > 0, () => syntax.Question.Start + (obstacles.Count == 1 ? obstacles[0] : string.Join(" ?? ", obstacles.Select(o => $"({o})"))));
        return members;
    }

    private IEnumerable<string> Obstacles()
    {
        var ask = syntax.Question.Alias;
        if (StageStatement.IsPublishing(job))
        {
            yield return ask + "HasArgument(\"allow-publish\") ? null : \"it publishes, which needs --allow-publish\"";
        }

        if (job.Runner.Os is "windows" or "macos")
        {
            yield return ask + (job.Runner.Os is "windows" ? "IsRunningOnWindows() ? null : \"it needs Windows\"" : "IsRunningOnMacOs() ? null : \"it needs macOS\"");
        }

        foreach (var secret in job.Env.Select(variable => variable.Value).OfType<SecretValue>().Where(secret => secret.Required))
        {
            yield return $"{ask}HasEnvironmentVariable({CSharpText.Literal(secret.Name)}) ? null : {CSharpText.Literal($"the secret {secret.Name} is not in the environment")}";
        }
    }

    private static void Set(List<string> members, string name, bool isWanted, Func<string> value)
    {
        if (isWanted)
        {
            members.Add($"{name} = {value()}");
        }
    }
}
