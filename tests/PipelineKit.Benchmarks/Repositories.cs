using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Generation;
using PipelineKit.Core.Stages.Catalog;
using PipelineKit.Core.Stages.Rendering;
using PipelineKit.Platforms;

namespace PipelineKit.Benchmarks;

/// <summary>Repositories to generate pipelines for, and the generation itself as the program does it.</summary>
internal static class Repositories
{
    private static readonly BuiltInTemplates BuiltIn = new();

    // The kinds that the examples show, one after another.
    private static readonly string[] Specs =
    [
        "version: 1\ntargets: [github, gitlab, cake]\nstack: python\npython: { versions: [\"3.11\", \"3.12\"], manager: uv }\nstages:\n  lint: { tools: [ruff] }\n  sast: { tools: [bandit], fail-on: high }\n  test-coverage: { minimum: 90, branch: true }\n  licence-check: { allow: [MIT, Apache-2.0] }\n  docs: { tool: sphinx, publish: pages }\n",
        "version: 1\ntargets: [github, gitlab, cake]\nstack: dotnet\ndotnet: { versions: [\"10.0\"], solution: Shop.sln, locked: true }\nstages:\n  lint:\n  sast: { fail-on: medium }\n  test-coverage: { minimum: 80 }\n  licence-check: { allow: [MIT] }\n  docs:\n",
        "version: 1\ntargets: [github, gitlab, cake]\nstack: node\nnode: { versions: [\"22\", \"24\"], manager: npm }\nstages:\n  lint: { tools: [eslint] }\n  sast:\n  test-coverage: { minimum: 80 }\n  licence-check: { allow: [MIT] }\n  docs:\n",
    ];

    /// <summary>Makes folders <c>0</c>, <c>1</c>, … with a spec each below a new folder, and returns that folder.</summary>
    public static string Make(int count)
    {
        var parent = Directory.CreateTempSubdirectory("pipelinekit-benchmark-").FullName;
        for (var i = 0; i < count; i++)
        {
            var folder = Directory.CreateDirectory(Folder(parent, i)).FullName;
            File.WriteAllText(Path.Combine(folder, "pipelinekit.yml"), Specs[i % Specs.Length]);
        }

        return parent;
    }

    /// <summary>Folder of one repository.</summary>
    public static string Folder(string parent, int index) => Path.Combine(parent, index.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Generates one repository up to and including a step.</summary>
    public static GenerateRun Generate(string folder, GenerateStepKind last)
    {
        var diagnostics = new DiagnosticBag();
        var catalog = StageCatalog.ForRepository(BuiltIn, folder, diagnostics);
        var run = new GenerateRun
        {
            Root = new RepositoryRoot(folder),
            ToolVersion = "0.1.0",
            Catalog = catalog,
            Renderer = new StageRenderer(catalog),
            Emitters = PlatformEmitters.All,
            Diagnostics = diagnostics,
        };
        return GeneratePipeline.Run(run, last)
            ? run
            : throw new InvalidOperationException(string.Join('\n', diagnostics.Sorted().Select(d => d.Message)));
    }
}
