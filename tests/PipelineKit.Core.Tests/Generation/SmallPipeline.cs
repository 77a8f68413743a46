using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Files;
using PipelineKit.Core.Generation;
using PipelineKit.Core.Stages.Catalog;
using PipelineKit.Core.Stages.Rendering;
using PipelineKit.Core.Tests.Stages;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Tests.Generation;

/// <summary>A repository with a spec of one stage and a platform of three files, one of them the user's own once it is there.</summary>
internal sealed class SmallPipeline : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pipelinekit-").FullName;

    public string Folder => _folder;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public void Put(string path, string text)
    {
        var full = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    public void Spec(string argument) => Put("pipelinekit.yml", $"version: 1\ntargets: [small]\nstack: python\npython: {{ manager: system }}\nstages: {{ smoke: {{ run: [[./a.sh, {argument}]] }} }}\n");

    public (bool Good, DiagnosticBag Diagnostics) Generate(IFileChanges? changes = null, bool writes = true, bool force = false)
    {
        var diagnostics = new DiagnosticBag();
        var catalog = new StageCatalog([StageHarness.BuiltIn], diagnostics);
        var run = new GenerateRun
        {
            Root = new RepositoryRoot(_folder, changes ?? new DiskChanges()),
            ToolVersion = "0.1.0",
            Catalog = catalog,
            Renderer = new StageRenderer(catalog),
            Emitters = [new SmallPlatform()],
            Diagnostics = diagnostics,
            Force = force,
            Writes = writes,
        };
        return (GeneratePipeline.Run(run, writes ? GenerateStepKind.Write : GenerateStepKind.Plan), diagnostics);
    }

    /// <summary>Every file with its content and every folder, one per line.</summary>
    public string Tree() => string.Join('\n', Directory.EnumerateFileSystemEntries(_folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .Select(e => Path.GetRelativePath(_folder, e) + (Directory.Exists(e) ? "/" : ": " + File.ReadAllText(e).Replace('\n', '|'))));

    private sealed class SmallPlatform : IPlatformEmitter
    {
        public string Id => "small";

        public string DefaultPath => "deep/er/ci.yml";

        public bool Reads(Model.ReportKind kind, Model.Job job, Model.Settings settings) => true;

        public IReadOnlyList<EmittedFile> Emit(Model.Pipeline pipeline, EmitContext context)
        {
            var argument = ((Model.LiteralValue)pipeline.Jobs[0].Run[0].Argv[1]).Text;
            return
            [
                new EmittedFile { Path = context.MainPath, Tree = new YamlMap { ["runs"] = argument } },
                new EmittedFile { Path = "script.cake", Text = $"// {argument}\n", CommentPrefix = "//" },
                new EmittedFile { Path = "own/build.cake", Text = "mine\n", Ownership = FileOwnership.CreatedOnce, CommentPrefix = null },
            ];
        }

        public bool CoversParity(IReadOnlyList<string> pointer) => false;

        public IReadOnlyList<string> Audit(YamlMap tree) => [];
    }
}
