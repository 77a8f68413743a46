namespace PipelineKit.Execution.Tests;

/// <summary>An example that is run for real, and what its copy is given because this kind of machine lacks it.</summary>
/// <param name="Id">Id of the stack.</param>
/// <param name="Example">Folder below <c>examples/</c>.</param>
internal sealed record ExecutedStack(string Id, string Example)
{
    /// <summary>Texts of the spec that are replaced in the copy: a tool that cannot be restored by one of the same stage that can.</summary>
    public IReadOnlyList<(string Old, string New)> SpecChanges { get; init; } = [];

    /// <summary>True when the copy needs a feed with the program itself.</summary>
    public bool NeedsOwnTool { get; init; }

    /// <summary>Node versions that stand in for images of that name, the one of a laptop last.</summary>
    public IReadOnlyList<string> NodeVersions { get; init; } = [];

    /// <summary>Lines of <c>before_script</c> that are left out: they install, as root and from a mirror, what the task <c>set-up</c> has installed.</summary>
    public string? GitLabWithout { get; init; }

    /// <summary>Leaves that a laptop with one version skips.</summary>
    public IReadOnlyList<string> SkippedLeaves { get; init; } = [];

    /// <summary>What the names of a matrix's legs end with.</summary>
    public IEnumerable<string> Legs => NodeVersions.Select(version => $"node-{version}");

    /// <summary>All that are run.</summary>
    public static IReadOnlyList<ExecutedStack> All { get; } =
    [
        new("python", "python-system") { GitLabWithout = "^apt-get " },
        new("node", "node-library") { NodeVersions = ["22", "24"], SkippedLeaves = ["node 22"] },
        new("dotnet", "dotnet-library")
        {
            NeedsOwnTool = true,
            SpecChanges =
            [
                ("stack: dotnet\n", "stack: dotnet\npipelinekit: { source: .feed, version: VERSION }\n"),
                ("licence-check: { allow: [MIT, Apache-2.0] }", "licence-check: { tools: [pipelinekit], allow: [MIT, Apache-2.0] }"),
                ("docs: { publish: pages }", "docs: { tools: [xml-docs] }"),
            ],
        },
    ];

    public static ExecutedStack Named(string id) => All.Single(s => s.Id == id);

    /// <summary>Folder of the programs of a Node version, installed by the task <c>set-up</c>.</summary>
    public static string NodeFolder(string version) =>
        Path.Combine(TestFolders.Repository, "tests", "tools", "node", "node_modules", $"node-{version}", "bin");
}
