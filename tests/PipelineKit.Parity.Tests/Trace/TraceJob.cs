using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PipelineKit.Parity.Tests.Cake;
using PipelineKit.Parity.Tests.Reading;

namespace PipelineKit.Parity.Tests.Trace;

/// <summary>What has to be known about a job to run it in traces: which of its commands can be made to fail, and how.</summary>
internal sealed class TraceJob
{
    private readonly ScriptStage _stage;
    private readonly ReadJob _read;

    private TraceJob(ScriptStage stage, ReadJob read)
    {
        (Id, _stage, _read) = (stage.Id, stage, read);
        Directory = read.Parts["directory"]!.GetValue<string>();
        Install = [.. (read.Parts["install"]?.AsArray() ?? []).Select(command => new TraceCommand(Argv(command!), []))];
        Run = [.. (read.Parts["run"]?.AsArray() ?? []).Select(command => Command(command!))];
        Leaves = [.. Spread()];
    }

    public string Id { get; }

    /// <summary>Folder of the commands, relative to the root.</summary>
    public string Directory { get; }

    public IReadOnlyList<TraceCommand> Install { get; }

    public IReadOnlyList<TraceCommand> Run { get; }

    /// <summary>Values by axis, one map per leaf of the matrix; one empty map without a matrix.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Leaves { get; }

    /// <summary>Jobs that have to pass before.</summary>
    public IEnumerable<string> Needs => _stage.Named("IsDependentOn").Select(call => Initializer.Text(call.ArgumentList.Arguments[0].Expression));

    /// <summary>Paths without which the job fails although its commands passed.</summary>
    public IEnumerable<string> Artifacts => _stage.Actions.Where(action => ScriptStage.NameOf(action) == "Expect")
        .SelectMany(action => action.ArgumentList.Arguments).Select(argument => Initializer.Text(argument.Expression));

    /// <summary>Names of secrets that some variable takes its text from, by variable.</summary>
    public IEnumerable<KeyValuePair<string, string>> Secrets =>
        from entry in Initializer.Entries(_stage.Settings.GetValueOrDefault("Env"))
        where entry.Value is InvocationExpressionSyntax
        select KeyValuePair.Create(entry.Key, Initializer.Text(((InvocationExpressionSyntax)entry.Value).ArgumentList.Arguments[0].Expression));

    /// <summary>Versions that the job asks for, by toolchain; of a matrix those of all leaves.</summary>
    public IEnumerable<(string Toolchain, string Version)> Versions =>
        from entry in _read.Parts["toolchains"]?.AsObject() ?? []
        where IsAsked(entry.Key)
        from version in entry.Value is JsonObject typed ? Axes[typed["matrix"]!.GetValue<string>()] : [entry.Value!.GetValue<string>()]
        select (entry.Key, version);

    // A toolchain that only a variable tells of is brought by another one, and nobody asks for it.
    private bool IsAsked(string toolchain) =>
        Initializer.Items(_stage.Settings.GetValueOrDefault("Needs")).Concat(_stage.Wants).Any(need => need.ToString().Trim('$', '"').Split(' ')[0] == toolchain);

    // For the quality gate or for somebody's word: neither is there where single jobs run.
    private bool Waits => Needs.Contains("quality-gate");

    /// <summary>The jobs of a Cake script that have commands and wait for nothing but other jobs.</summary>
    public static IReadOnlyList<TraceJob> ReadAll(string script)
    {
        var jobs = CakeReader.Read(script).Jobs;
        return [.. ScriptStage.ReadAll(script).Select(stage => new TraceJob(stage, jobs[stage.Id])).Where(job => job.Run.Count > 0 && !job.Waits)];
    }

    /// <summary>Name of a leaf: <c>python 3.12</c>, or nothing.</summary>
    public static string NameOf(IReadOnlyDictionary<string, string> leaf) => string.Join(", ", leaf.Select(value => $"{value.Key} {value.Value}"));

    /// <summary>Variable that carries an axis.</summary>
    public static string VariableOf(string axis) => "PK_" + axis.ToUpperInvariant().Replace('-', '_');

    private Dictionary<string, List<string>> Axes => (_read.Parts["matrix"]?.AsObject() ?? [])
        .ToDictionary(axis => axis.Key, axis => axis.Value!.AsArray().Select(value => value!.GetValue<string>()).ToList());

    private static TraceCommand Command(JsonNode command)
    {
        var onFailure = command["onFailure"]?.GetValue<string>() ?? "stop";
        var findings = command["findings"]?.AsArray().Select(code => code!.GetValue<int>()) ?? [];
        return new TraceCommand(command["argv"] is null ? null : Argv(command), [.. findings])
        {
            Decides = command["always"] is null,
            Stops = onFailure == "stop",
        };
    }

    private static IReadOnlyList<JsonNode> Argv(JsonNode command) => [.. command["argv"]!.AsArray().Select(word => word!.DeepClone())];

    private IEnumerable<IReadOnlyDictionary<string, string>> Spread()
    {
        IEnumerable<Dictionary<string, string>> leaves = [[]];
        foreach (var (axis, values) in Axes)
        {
            leaves = leaves.SelectMany(leaf => values.Select(value => new Dictionary<string, string>(leaf) { [axis] = value })).ToList();
        }

        var names = CakeReader.AxesOf(_stage);
        var excluded = (_stage.Axes.Count == 0 ? [] : _stage.Axes[0].DescendantNodes().OfType<IfStatementSyntax>())
            .Select(test => test.Condition.DescendantNodesAndSelf().OfType<BinaryExpressionSyntax>().Where(part => part.IsKind(SyntaxKind.EqualsExpression))
                .ToDictionary(part => names[part.Left.ToString()], part => Initializer.Text(part.Right))).ToList();
        return leaves.Where(leaf => !excluded.Exists(map => map.All(e => leaf[e.Key] == e.Value)));
    }
}

/// <summary>One command.</summary>
/// <param name="Argv">Its arguments as the digest has them; null for a script.</param>
/// <param name="Findings">Exit codes that mean that something was found.</param>
internal sealed record TraceCommand(IReadOnlyList<JsonNode>? Argv, IReadOnlyList<int> Findings)
{
    /// <summary>False: it always runs, and its failure changes nothing.</summary>
    public bool Decides { get; init; } = true;

    /// <summary>True: its failure ends the job.</summary>
    public bool Stops { get; init; } = true;

    /// <summary>The arguments in a leaf; null when they depend on anything else.</summary>
    public IReadOnlyList<string>? In(IReadOnlyDictionary<string, string> leaf)
    {
        var texts = Argv?.Select(a => a is JsonObject typed ? typed["matrix"] is { } axis ? leaf[axis.GetValue<string>()] : null : a.GetValue<string>()).ToList();
        return texts is null || texts.Contains(null) ? null : texts.ConvertAll(text => text!);
    }
}
