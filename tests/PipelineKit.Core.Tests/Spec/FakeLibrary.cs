using PipelineKit.Core.Model;
using PipelineKit.Core.Stages;

namespace PipelineKit.Core.Tests.Spec;

/// <summary>What <see cref="FakeCatalog.Usual"/> holds; ids and inputs are like those of the real library.</summary>
internal static class FakeLibrary
{
    public static IReadOnlyList<StackDefinition> Stacks { get; } =
    [
        new() { Id = "dotnet", Title = ".NET", Options = [Input("versions", InputType.List)] },
        new() { Id = "node", Title = "Node", Options = [Input("versions", InputType.List)], Locks = [new("npm", "package-lock.json"), new("pnpm", "pnpm-lock.yaml")] },
        new()
        {
            Id = "python",
            Title = "Python",
            Options = [Input("versions", InputType.List) with { Default = new List<object> { "3.12" }, Pattern = "3\\.[0-9]+" }],
            Locks = [new("uv", "uv.lock"), new("pip", "requirements.txt"), new("system", "")],
        },
    ];

    public static IReadOnlyList<ToolDefinition> Tools { get; } =
    [
        new() { Id = "ruff", Stacks = ["python"], Stages = ["lint"] },
        new() { Id = "pylint", Stacks = ["python"], Stages = ["lint"], Severities = ["low", "medium", "high"] },
        new() { Id = "eslint", Stacks = ["node"], Stages = ["lint"] },
        new() { Id = "bandit", Stacks = ["python"], Stages = ["sast"], Severities = ["low", "medium", "high"] },
        new() { Id = "semgrep", Stages = ["sast"], Severities = ["low", "medium", "high", "critical"] },
        new() { Id = "sphinx", Stacks = ["python"], Stages = ["docs"] },
    ];

    public static IReadOnlyList<StageManifest> Stages { get; } =
    [
        Stage("lint", Phase.Check) with { DefaultTools = Default("python", "ruff"), Inputs = [Input("format", InputType.Boolean) with { Default = true }] },
        Stage("sast", Phase.Check) with { DefaultTools = Default("any", "semgrep"), Inputs = [Input("rules", InputType.List)] },
        Stage("test-coverage", Phase.Test) with
        {
            Inputs =
            [
                Input("minimum", InputType.Integer) with { Minimum = 0, Maximum = 100 },
                Input("branch", InputType.Boolean) with { Default = false, Stacks = ["python"] },
                Input("factor", InputType.Number) with { Minimum = 0.5, Default = 2L },
                Input("services", InputType.Map),
                Input("retention", InputType.Duration) with { Default = "7d" },
            ],
        },
        Stage("licence-check", Phase.Check) with
        {
            Aliases = ["license-check"],
            Inputs = [Input("allow", InputType.List) with { Pattern = "[A-Za-z0-9.+-]+" }, Input("ignore", InputType.Map)],
        },
        Stage("docs", Phase.Build) with
        {
            DefaultTools = Default("python", "sphinx"),
            Inputs =
            [
                Input("publish", InputType.Enum) with { Values = ["no", "pages"], Default = "no" },
                Input("folder", InputType.String) with { Default = "docs", DefaultByStack = new Dictionary<string, object> { ["node"] = "site" } },
            ],
        },
        Stage("mutation", Phase.Test) with { Stacks = ["dotnet"] },
        Stage("secret-scan", Phase.Check) with { RepositoryScope = true },
    ];

    public static InputDefinition Input(string name, InputType type) => new() { Name = name, Type = type, Description = $"About {name}." };

    private static StageManifest Stage(string id, Phase phase) => new() { Id = id, Title = id, Summary = $"About {id}.", Phase = phase };

    private static Dictionary<string, IReadOnlyList<string>> Default(string stack, string tool) => new() { [stack] = [tool] };
}
