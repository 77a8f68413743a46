using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.Cake;

/// <summary>The text of the main file: what the stages need on this machine, the stages, and the tasks over several of them.</summary>
internal sealed class StageScript
{
    private readonly Pipeline _pipeline;
    private readonly string _mainPath;
    private readonly ToolStatements _tools;

    public StageScript(Pipeline pipeline, string mainPath)
    {
        (_pipeline, _mainPath) = (pipeline, mainPath);
        _tools = new ToolStatements(pipeline);
        Loaded = [.. SharedScripts.All.Where(IsNeeded)];
    }

    /// <summary>Names of the shared files that the script loads.</summary>
    public IReadOnlyList<string> Loaded { get; }

    /// <summary>The whole text.</summary>
    public string Text()
    {
        var blocks = new List<IEnumerable<string>>
        {
            Introduction(),
            Loaded.Select(name => $"#load {CSharpText.Literal(Relative(SharedScripts.PathOf(name)))}"),
            _tools.Lines(),
        };
        blocks.AddRange(_pipeline.Jobs.Select(job => new StageStatement(job, _pipeline, _tools).Lines()));
        blocks.AddRange(TaskStatements.Of(_pipeline).Select(lines => (IEnumerable<string>)lines));
        return string.Join("\n", blocks.Select(lines => string.Concat(lines.Select(line => line + "\n"))).Where(block => block.Length > 0));
    }

    private IEnumerable<string> Introduction()
    {
        var first = _pipeline.Jobs.FirstOrDefault(TaskStatements.IsInGate)?.Id ?? "quality-gate";
        return
        [
            "// All that decide: dotnet tool restore && dotnet cake",
            $"// One stage: dotnet cake --target={first} (--tree shows all). Tasks of your own belong in build.cake.",
        ];
    }

    private bool IsNeeded(string name) => name switch
    {
        SharedScripts.Versions => _tools.AskForVersions,
        SharedScripts.Installs => _pipeline.Jobs.Any(job => job.Install is not null),
        SharedScripts.Needs => _pipeline.Jobs.Any(StageStatement.WaitsForOthers),
        SharedScripts.Matrix => _pipeline.Jobs.Any(job => job.Matrix is not null),
        SharedScripts.Services => _pipeline.Jobs.Any(job => job.Services.Count > 0),
        _ => true,
    };

    // #load is relative to the file that it stands in.
    private string Relative(string path) => string.Concat(Enumerable.Repeat("../", _mainPath.Count(c => c == '/'))) + path;
}
