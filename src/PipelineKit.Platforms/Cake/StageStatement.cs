using System.Globalization;
using PipelineKit.Core.Model;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.Cake;

/// <summary>One job as one statement of the script; with a matrix, as a loop over its values.</summary>
internal sealed class StageStatement(Job job, Pipeline pipeline, ToolStatements tools)
{
    private const string Indent = "    ";

    /// <summary>True: it publishes or deploys, which a script does only when it is told to.</summary>
    public static bool IsPublishing(Job job) => job.Oidc is not null || (job.Phase is Phase.Publish or Phase.Deploy && job.Run.Count > 0);

    /// <summary>True: it runs only after other stages have passed.</summary>
    public static bool WaitsForOthers(Job job) => job.PlatformOperation is null && (job.Needs.Count > 0 || job.NeedsGate);

    /// <summary>The lines of the statement.</summary>
    public IEnumerable<string> Lines()
    {
        return job.PlatformOperation is { } operation ? WithoutCommands(operation)
            : job.Matrix is { } matrix ? new MatrixLoop(job, matrix).Around(Statement())
            : Statement();
    }

    private IReadOnlyList<string> WithoutCommands(string operation) => CSharpText.Chain(
        $"Task({CSharpText.Literal(job.Id)})",
        "",
        [$".Description({CSharpText.Literal(job.Title)})", $".Does(() => Information({CSharpText.Literal($"{operation} is an operation of the CI platform.")}))"]);

    private IEnumerable<string> Statement()
    {
        var services = new ServiceStatements(job, pipeline);
        return
        [
            .. services.Declarations(),
            .. Head(),
            .. Dependencies().Select(call => Indent + call),
            .. WaitsForOthers(job) ? [$"{Indent}.WithCriteria(() => NeedsHavePassed({Name}))"] : Array.Empty<string>(),
            .. services.Calls().Select(call => Indent + call),
            .. Closed(CommandCalls.Of(job).SelectMany(call => CSharpText.Wrap(Indent, call))),
        ];
    }

    private IEnumerable<string> Head()
    {
        var title = CSharpText.Literal(job.Title);
        var start = job.Matrix is { } matrix
            ? $"Leg({CSharpText.Literal(job.Id)}, {MatrixLoop.LeafName(matrix)}, {title}, {CSharpText.List(ToolStatements.Wants(job))}, "
            : $"Stage({CSharpText.Literal(job.Id)}, {title}, ";
        var settings = Settings();
        var all = $"new() {{ {string.Join(", ", settings)} }})";
        return start.Length + all.Length <= CSharpText.LineLength ? [start + all]
            : Indent.Length + all.Length <= CSharpText.LineLength ? [start.TrimEnd(), Indent + all]
            : [start + "new()", "{", .. settings.SelectMany(member => CSharpText.Wrap(Indent, member + ",")), "})"];
    }

    private List<string> Settings()
    {
        var members = new List<string>();
        Set(members, "Directory", job.Project.Path != ".", () => CSharpText.Literal(job.Project.Path));
        members.Add("Minutes = " + job.Timeout.TotalMinutes.ToString(CultureInfo.InvariantCulture));
        Set(members, "AllowFailure", job.AllowFailure, () => "true");
        var needs = tools.Needs(job);
        Set(members, "Needs", needs.Count > 0, () => CSharpText.List(needs));
        Set(members, "Reports", ReportsFolder.Of(job) is not null, () => CSharpText.Literal(job.ReportsDirectory));
        var variables = StageVariables.Of(job);
        Set(members, "Env", variables.Count > 0, () => CSharpText.Map(variables));
        var obstacles = Obstacles().ToList();
        Set(members, "Skip", obstacles.Count > 0, () => obstacles.Count == 1 ? obstacles[0] : string.Join(" ?? ", obstacles.Select(o => $"({o})")));
        return members;
    }

    private IEnumerable<string> Obstacles()
    {
        if (IsPublishing(job))
        {
            yield return "HasArgument(\"allow-publish\") ? null : \"it publishes, which needs --allow-publish\"";
        }

        if (job.Runner.Os is "windows" or "macos")
        {
            yield return job.Runner.Os is "windows" ? "IsRunningOnWindows() ? null : \"it needs Windows\"" : "IsRunningOnMacOs() ? null : \"it needs macOS\"";
        }

        foreach (var secret in job.Env.Select(variable => variable.Value).OfType<SecretValue>().Where(secret => secret.Required))
        {
            yield return $"HasEnvironmentVariable({CSharpText.Literal(secret.Name)}) ? null : {CSharpText.Literal($"the secret {secret.Name} is not in the environment")}";
        }
    }

    private IEnumerable<string> Dependencies() =>
        job.Needs.Select(need => need.JobId).Concat(job.NeedsGate ? ["quality-gate"] : []).Distinct(StringComparer.Ordinal).Select(TaskStatements.Needs);

    private string Name => job.Matrix is { } matrix ? MatrixLoop.NameOf(job, matrix) : CSharpText.Literal(job.Id);

    private static List<string> Closed(IEnumerable<string> lines)
    {
        var list = lines.ToList();
        list[^1] += ";";
        return list;
    }

    private static void Set(List<string> members, string name, bool isWanted, Func<string> value)
    {
        if (isWanted)
        {
            members.Add($"{name} = {value()}");
        }
    }
}
