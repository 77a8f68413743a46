using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.Cake;

/// <summary>What the stages need on this machine: a statement per tool, and per stage the list of what it needs.</summary>
internal sealed class ToolStatements(Pipeline pipeline)
{
    private readonly IReadOnlyList<ToolchainDefinition> _toolchains =
    [
        .. pipeline.Jobs.SelectMany(job => job.Toolchains).Select(toolchain => toolchain.Definition)
            .DistinctBy(definition => definition.Id, StringComparer.Ordinal).OrderBy(definition => definition.Id, StringComparer.Ordinal),
    ];

    /// <summary>True: some tool's version is compared.</summary>
    public bool AskForVersions => _toolchains.Any(IsCompared);

    /// <summary>The statements: toolchains, then programs whose installation the data files explain.</summary>
    public IEnumerable<string> Lines() => _toolchains.SelectMany(Statement).Concat(pipeline.ProgramHints.Keys.Order(StringComparer.Ordinal)
        .Where(program => !_toolchains.Any(toolchain => toolchain.Id == program) && pipeline.Jobs.Any(job => Programs(job).Contains(program)))
        .SelectMany(program => CSharpText.Wrap("", $"Tool({CSharpText.Literal(program)}, {CSharpText.Literal(pipeline.ProgramHints[program])}, {CSharpText.Literal(program)});")));

    /// <summary>What a stage needs, as C# source: toolchains of one version, then programs.</summary>
    public IReadOnlyList<string> Needs(Job job) =>
    [
        .. Asked(job).Where(toolchain => toolchain.Version is LiteralValue).Select(toolchain => CSharpText.Literal(Need(toolchain))),
        .. Programs(job).Where(program => !job.Toolchains.Any(toolchain => toolchain.Definition.Local.Probe[0] == program)).Select(CSharpText.Literal),
    ];

    /// <summary>What a leg of a matrix wants of its own version, as C# source.</summary>
    public static IReadOnlyList<string> Wants(Job job) =>
    [
        .. Asked(job).Where(toolchain => toolchain.Version is MatrixValue)
            .Select(toolchain => $"$\"{toolchain.Id} {Rule(toolchain.Definition)}{{{CSharpText.Variable(((MatrixValue)toolchain.Version).Axis)}}}\""),
    ];

    // A toolchain that another one of the job brings is not asked for: that one's variable tells the version.
    private static IEnumerable<Toolchain> Asked(Job job) =>
        job.Toolchains.Where(toolchain => !job.Toolchains.Any(other => other.Definition.Covers.Contains(toolchain.Id, StringComparer.Ordinal)));

    private static string Need(Toolchain toolchain) => ((LiteralValue)toolchain.Version).Text is { Length: > 0 } version and not "any"
        ? $"{toolchain.Id} {Rule(toolchain.Definition)}{version}"
        : toolchain.Id;

    // "node 22" takes 22.1 as well; what follows "~" is not compared.
    private static string Rule(ToolchainDefinition toolchain) => toolchain.Local.Match switch
    {
        "minimum" => ">= ",
        "exact" => "= ",
        "any" when !IsCompared(toolchain) => "~ ",
        _ => "",
    };

    // Where any version will do, a program on PATH need not be started: some take a quarter of a second to tell their version.
    private static bool IsCompared(ToolchainDefinition toolchain) =>
        toolchain.Local.Match != "any" || toolchain.Local.Probe.Any(word => word.Contains($"{{{toolchain.Id}}}", StringComparison.Ordinal));

    private static IEnumerable<string> Statement(ToolchainDefinition toolchain)
    {
        var local = toolchain.Local;
        var start = $"Tool({CSharpText.Literal(toolchain.Id)}, {CSharpText.Literal(local.Hint)}, ";
        if (!IsCompared(toolchain))
        {
            // Its name alone would say that it is a program and no toolchain.
            var probe = local.Probe.Count <= 2 && local.Probe[0] != toolchain.Id ? local.Probe.Take(1) : local.Probe;
            return CSharpText.Wrap("", $"{start}{string.Join(", ", probe.Select(CSharpText.Literal))});");
        }

        var asking = local.Probe.Select(word => CSharpText.Literal(word.Replace($"{{{toolchain.Id}}}", "{version}", StringComparison.Ordinal)));
        return CSharpText.Wrap("", $"{start}{CSharpText.List(asking)}, {CSharpText.Pattern(local.Pattern)});");
    }

    // The first program of a stage, every program whose installation is explained, and every shell: others may come out of an install.
    private IReadOnlyList<string> Programs(Job job)
    {
        var commands = (job.Install?.Run ?? []).Select(argv => argv[0]).Concat(job.Run.Select(command => command.Script is null ? command.Argv[0] : command.Shell ?? "sh"));
        var shells = job.Run.Where(command => command.Script is not null).Select(command => command.Shell ?? "sh").ToList();
        return
        [
            .. commands.Select((program, at) => (Name: (program as LiteralValue)?.Text ?? "", IsFirst: at == 0))
                .Where(program => program.Name.Length > 0 && !program.Name.Contains('/', StringComparison.Ordinal))
                .Where(program => program.IsFirst || shells.Contains(program.Name) || pipeline.ProgramHints.ContainsKey(program.Name))
                .Select(program => program.Name).Distinct(StringComparer.Ordinal),
        ];
    }
}
