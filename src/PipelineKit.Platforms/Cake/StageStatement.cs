using PipelineKit.Core.Model;

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
            .. Closed(new CommandCalls(job, StageSyntax.Script).All().SelectMany(call => CSharpText.Wrap(Indent, $".Does(() => {call.Text})"))),
        ];
    }

    private IEnumerable<string> Head()
    {
        var title = CSharpText.Literal(job.Description);
        var start = job.Matrix is { } matrix
            ? $"Leg({CSharpText.Literal(job.Id)}, {MatrixLoop.LeafName(matrix)}, {title}, {CSharpText.List(ToolStatements.Wants(job))}, "
            : $"Stage({CSharpText.Literal(job.Id)}, {title}, ";
        var settings = new StageMembers(job, tools, StageSyntax.Script).All();
        var all = $"new() {{ {string.Join(", ", settings)} }})";
        return start.Length + all.Length <= CSharpText.LineLength ? [start + all]
            : Indent.Length + all.Length <= CSharpText.LineLength ? [start.TrimEnd(), Indent + all]
            : [start + "new()", "{", .. settings.SelectMany(member => CSharpText.Wrap(Indent, member + ",")), "})"];
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
}
