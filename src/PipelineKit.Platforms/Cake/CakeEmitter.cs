using PipelineKit.Core.Generation;
using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Platforms.Cake;

/// <summary>
/// Writes the pipeline as a Cake script: the same commands on a laptop. The main file has one statement per stage; what stages share lies in
/// <c>.pipelinekit/</c>, equal in every repository.
/// </summary>
public sealed class CakeEmitter : IPlatformEmitter
{
    /// <inheritdoc/>
    public string Id => "cake";

    /// <inheritdoc/>
    public string DefaultPath => "pipelinekit.cake";

    /// <summary>The line by which an existing <c>build.cake</c> takes the tasks in.</summary>
    /// <param name="mainPath">Path of the main file.</param>
    public static string LoadLine(string mainPath) => $"#load {CSharpText.Literal(mainPath)}";

    /// <inheritdoc/>
    public bool Reads(ReportKind kind, Job job, Settings settings) => false;

    /// <inheritdoc/>
    public IReadOnlyList<EmittedFile> Emit(Pipeline pipeline, EmitContext context)
    {
        CakeDiagnostics.Check(pipeline, context.Diagnostics);
        var script = new StageScript(pipeline, context.MainPath);
        return
        [
            new() { Path = context.MainPath, Text = script.Text(), CommentPrefix = "//" },
            .. script.Loaded.Select(name => new EmittedFile { Path = SharedScripts.PathOf(name), Text = SharedScripts.Read(name), CommentPrefix = "//" }),
            new()
            {
                Path = "build.cake",
                Ownership = FileOwnership.CreatedOnce,
                Text = $"{LoadLine(context.MainPath)}\n\nRunTargets(Arguments(\"target\", \"Default\"));\n",
                CommentPrefix = "//",
            },
            new() { Path = "cake.config", Ownership = FileOwnership.CreatedOnce, Text = Config, CommentPrefix = ";" },
            new()
            {
                Path = ".config/dotnet-tools.json",
                Ownership = FileOwnership.MergedToolManifest,
                Text = ToolManifest.Make(pipeline.Settings.PipelineKit),
                CommentPrefix = null,
            },
        ];
    }

    /// <summary>The script is text, not a tree: patches cannot reach it.</summary>
    public bool CoversParity(IReadOnlyList<string> pointer) => false;

    /// <summary>Nothing to audit: there is no tree.</summary>
    public IReadOnlyList<string> Audit(YamlMap tree) => [];

    // The compiled script is kept: without that every start takes more than a second longer.
    private const string Config = """
        [Settings]
        EnableScriptCache=true

        [Paths]
        Cache=.cake/cache
        Tools=.cake/tools

        """;
}
