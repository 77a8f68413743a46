using PipelineKit.Core.Model;
using PipelineKit.Core.Stages;

namespace PipelineKit.Core.Tests.Spec;

/// <summary>A small stage library in memory: enough of every kind of thing for the rules to bite on.</summary>
internal sealed class FakeCatalog : IStageCatalog
{
    private readonly Dictionary<string, StageManifest> _stages;
    private readonly Dictionary<string, StackDefinition> _stacks;
    private readonly Dictionary<string, ToolDefinition> _tools;

    public FakeCatalog(IEnumerable<StageManifest> stages, IEnumerable<StackDefinition> stacks, IEnumerable<ToolDefinition> tools)
    {
        _stages = stages.ToDictionary(s => s.Id, StringComparer.Ordinal);
        _stacks = stacks.ToDictionary(s => s.Id, StringComparer.Ordinal);
        _tools = tools.ToDictionary(t => t.Id, StringComparer.Ordinal);
    }

    public static FakeCatalog Usual { get; } = new(FakeLibrary.Stages, FakeLibrary.Stacks, FakeLibrary.Tools);

    public IReadOnlyDictionary<string, string> UsedFiles { get; } = new Dictionary<string, string>();

    public IReadOnlyList<string> StageIds => Sorted(_stages.Keys);

    public IReadOnlyList<string> StackIds => Sorted(_stacks.Keys);

    public IReadOnlyList<string> ToolIds => Sorted(_tools.Keys);

    public IReadOnlyList<string> ServiceIds => ["mariadb", "postgres"];

    public PinTable Pins { get; set; } = new([], [new("ruff", "0.9.0"), new("python", "3.12")]);

    public StageManifest? FindStage(string idOrAlias) =>
        _stages.GetValueOrDefault(idOrAlias) ?? _stages.Values.FirstOrDefault(s => s.Aliases.Contains(idOrAlias));

    public bool ServesStack(StageManifest manifest, string stack) => manifest.Stacks.Count == 0 || manifest.Stacks.Contains(stack, StringComparer.Ordinal);

    public StackDefinition? FindStack(string id) => _stacks.GetValueOrDefault(id);

    public ToolDefinition? FindTool(string id) => _tools.GetValueOrDefault(id);

    public ToolchainDefinition? FindToolchain(string id) => null;

    public ServiceDefinition? FindService(string id) =>
        ServiceIds.Contains(id) ? new ServiceDefinition { Id = id, Image = id + ":{version}", Version = "1.0", Port = 1 } : null;

    public RegistryDefinition? FindRegistry(string id) => null;

    private static string[] Sorted(IEnumerable<string> ids) => [.. ids.Order(StringComparer.Ordinal)];
}
