using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.Cake.Frosting;

/// <summary>One job as a class; with a matrix, as a class that its legs have in common and one for each of them.</summary>
internal sealed class StageClass(Job job, Pipeline pipeline, ToolStatements tools, ClassNames names)
{
    private const string Indent = "    ";

    private readonly IReadOnlyList<CommandCall> _calls = new CommandCalls(job, StageSyntax.Class).All();

    /// <summary>The classes, each as its lines.</summary>
    public IEnumerable<IReadOnlyList<string>> Blocks() =>
        job.PlatformOperation is { } operation ? [WithoutCommands(operation)]
        : job.Matrix is { } matrix ? [[.. Head(matrix), .. Body()], .. Legs(), [.. StageClasses.Attributes(job.Id, job.Description, ClassNames.LegsOf(job).Select(names.Of)), $"public sealed class {names.Of(job.Id)} : FrostingTask;"]]
        : [[.. StageClasses.Attributes(job.Id, job.Description, Needs()), .. Head(null), .. Body()]];

    private IReadOnlyList<string> WithoutCommands(string operation) =>
    [
        .. StageClasses.Attributes(job.Id, job.Description, []),
        $"public sealed class {names.Of(job.Id)} : FrostingTask<StageContext>",
        "{",
        $"{Indent}public override void Run(StageContext context) => context.Information({CSharpText.Literal($"{operation} is an operation of the CI platform.")});",
        "}",
    ];

    private IEnumerable<string> Head(Matrix? matrix)
    {
        var start = matrix is null
            ? $"public sealed class {names.Of(job.Id)}() : Stage("
            : $"public abstract class {names.LegOf(job)}({string.Join(", ", matrix.Axes.Select(axis => "string " + CSharpText.Variable(axis.Name)))}) : Leg({CSharpText.Literal(job.Id)}, {CSharpText.List(ToolStatements.Wants(job))}, ";
        var members = new StageMembers(job, tools, StageSyntax.Class).All();
        var all = $"new() {{ {string.Join(", ", members)} }})";
        return job.Services.Count == 0 && start.Length + all.Length <= CSharpText.LineLength
            ? [start + all]
            : [start + "new()", "{", .. members.SelectMany(member => CSharpText.Wrap(Indent, member + ",")), .. new ServiceStatements(job, pipeline).Members(), "})"];
    }

    private IEnumerable<string> Body()
    {
        var last = _calls.Where(call => call.When == CallTime.Last).Select(call => call.Text.Replace("Context.", "context.", StringComparison.Ordinal)).ToList();
        return
        [
            "{",
            Indent + "protected override void Work()",
            Indent + "{",
            .. Statements().Select(line => Indent + Indent + line),
            Indent + "}",
            .. last.Count == 0 ? Array.Empty<string>() : ["", $"{Indent}public override void Finally(StageContext context) => {last[0]};"],
            "}",
        ];
    }

    // What runs also after a failure stands in a finally block behind all that comes before it.
    private List<string> Statements()
    {
        var first = _calls.Where(call => call.When == CallTime.First).SelectMany(Lines).ToList();
        var lines = new List<string>();
        var isOpen = false;
        foreach (var call in _calls.Where(call => call.When is CallTime.InOrder or CallTime.Always))
        {
            var isAlways = call.When == CallTime.Always && lines.Count > 0;
            if (isAlways && !isOpen)
            {
                lines = ["try", "{", .. lines.Select(line => Indent + line), "}", "finally", "{"];
            }
            else if (!isAlways && isOpen)
            {
                lines.AddRange(["}", ""]);
            }

            isOpen = isAlways;
            lines.AddRange(isOpen ? Lines(call).Select(line => Indent + line) : Lines(call));
        }

        return [.. first, .. lines, .. isOpen ? ["}"] : Array.Empty<string>()];
    }

    private static IEnumerable<string> Lines(CommandCall call) => CSharpText.Wrap("", call.Text + ";");

    private IEnumerable<IReadOnlyList<string>> Legs() => ClassNames.Leaves(job).Select(leaf => (IReadOnlyList<string>)
    [
        .. StageClasses.Attributes(ClassNames.NameOf(job, leaf), job.Description, Needs()),
        $"public sealed class {names.Of(ClassNames.NameOf(job, leaf))}() : {names.LegOf(job)}({string.Join(", ", job.Matrix!.Axes.Select(axis => CSharpText.Literal(leaf[axis.Name])))});",
    ]);

    private IEnumerable<string> Needs() => job.Needs.Select(need => need.JobId).Concat(job.NeedsGate ? ["quality-gate"] : []).Distinct(StringComparer.Ordinal).Select(names.Of);
}
