using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PipelineKit.Parity.Tests.Cake;

namespace PipelineKit.Parity.Tests.Trace;

/// <summary>What has to be known about a job to run it in traces: which of its commands can be made to fail, and how.</summary>
internal sealed class TraceJob
{
    private readonly Dictionary<string, ExpressionSyntax> _members;

    private TraceJob(string id, Dictionary<string, ExpressionSyntax> members)
    {
        (Id, _members) = (id, members);
        Directory = members.TryGetValue("Directory", out var directory) ? Initializer.Text(directory) : ".";
        Install = [.. Items("Install").Select(argv => new TraceCommand(Argv(argv), []))];
        Run = [.. Items("Run").Select(Command)];
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
    public IEnumerable<string> Needs => Items("Needs").Select(Initializer.Text);

    /// <summary>Paths without which the job fails although its commands passed.</summary>
    public IEnumerable<string> Artifacts => Items("Artifacts").Select(Initializer.Text);

    /// <summary>Names of secrets that some variable takes its text from, by variable.</summary>
    public IEnumerable<KeyValuePair<string, string>> Secrets =>
        from entry in Initializer.Entries(_members.GetValueOrDefault("Env"))
        where entry.Value is ObjectCreationExpressionSyntax && Initializer.Text(Initializer.Arguments(entry.Value)[0]) == "secret"
        select KeyValuePair.Create(entry.Key, Initializer.Text(Initializer.Arguments(entry.Value)[1]));

    /// <summary>Versions that the job asks for, by toolchain; of a matrix those of all leaves.</summary>
    public IEnumerable<(string Toolchain, string Version)> Versions =>
        from entry in Initializer.Entries(_members.GetValueOrDefault("Toolchains"))
        let value = Initializer.Value(entry.Value)
        from version in value is JsonObject { } typed ? Axes[typed["matrix"]!.GetValue<string>()] : [value!.GetValue<string>()]
        select (entry.Key, version);

    // For the quality gate or for somebody's word: neither is there where single jobs run.
    private bool Waits => Initializer.Flag(_members, "NeedsGate") || _members.ContainsKey("Approval");

    /// <summary>The jobs of a Cake script that have commands and wait for nothing but other jobs.</summary>
    public static IReadOnlyList<TraceJob> ReadAll(string script) =>
        [.. CakeReader.Bodies(script).Select(job => new TraceJob(job.Id, Initializer.Members(job.Body))).Where(job => job.Run.Count > 0 && !job.Waits)];

    /// <summary>Name of a leaf: <c>python 3.12</c>, or nothing.</summary>
    public static string NameOf(IReadOnlyDictionary<string, string> leaf) => string.Join(", ", leaf.Select(value => $"{value.Key} {value.Value}"));

    /// <summary>Variable that carries an axis.</summary>
    public static string VariableOf(string axis) => "PK_" + axis.ToUpperInvariant().Replace('-', '_');

    private Dictionary<string, List<string>> Axes => Initializer.Entries(_members.GetValueOrDefault("Matrix"))
        .ToDictionary(axis => axis.Key, axis => Initializer.Texts(axis.Value).Select(value => value!.GetValue<string>()).ToList());

    private IEnumerable<ExpressionSyntax> Items(string member) => Initializer.Items(_members.GetValueOrDefault(member));

    private static TraceCommand Command(ExpressionSyntax creation)
    {
        var arguments = Initializer.Arguments(creation);
        var members = Initializer.Members(creation);
        var findings = Initializer.Items(members.GetValueOrDefault("Findings")).Select(code => int.Parse(code.ToString(), CultureInfo.InvariantCulture));
        var onFailure = members.TryGetValue("OnFailure", out var value) ? Initializer.Text(value) : "stop";
        return new TraceCommand(arguments.Count == 3 ? null : Argv(arguments[1]), [.. findings])
        {
            Decides = !Initializer.Flag(members, "Always"),
            Stops = onFailure == "stop",
        };
    }

    private static IReadOnlyList<JsonNode> Argv(ExpressionSyntax list) => [.. Initializer.Items(list).Select(item => Initializer.Value(item)!)];

    private IEnumerable<IReadOnlyDictionary<string, string>> Spread()
    {
        IEnumerable<Dictionary<string, string>> leaves = [[]];
        foreach (var (axis, values) in Axes)
        {
            leaves = leaves.SelectMany(leaf => values.Select(value => new Dictionary<string, string>(leaf) { [axis] = value })).ToList();
        }

        var excluded = Items("MatrixExclude").Select(map => Initializer.Entries(map).ToDictionary(e => e.Key, e => Initializer.Text(e.Value))).ToList();
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
