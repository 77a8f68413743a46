using System.CommandLine;
using PipelineKit.Cli.Hosting;
using PipelineKit.Cli.Packs;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Files;
using PipelineKit.Core.Generation;
using PipelineKit.Core.Model;
using PipelineKit.Core.Packs;
using PipelineKit.Core.Stages;
using PipelineKit.Core.Stages.Catalog;
using PipelineKit.Core.Stages.Rendering;
using PipelineKit.Platforms;

namespace PipelineKit.Cli.Commands;

/// <summary>Opens the repository that a command line names.</summary>
internal sealed class Workspaces(CliEnvironment environment)
{
    /// <summary>Version of the running tool, three numbers.</summary>
    public static string ToolVersion { get; } = typeof(Workspaces).Assembly.GetName().Version!.ToString(3);

    private const string DefaultSpec = "pipelinekit.yml";

    private static BuiltInTemplates BuiltIn { get; } = new();

    // Repositories that one command looks at share what it has read of packs.
    private readonly PackCache _packs = new();

    public GenerateRun Open(ParseResult parsed, RepositoryOptions options, bool force = false, bool writes = false, IReadOnlyDictionary<string, LockedPack?>? relocked = null, IReadOnlyList<Pin>? pins = null) =>
        Open(Root(parsed, options), parsed.GetValue(options.Spec) ?? DefaultSpec, force, writes, relocked, pins);

    /// <summary>Opens the repository in a folder, with a spec of the usual name.</summary>
    public GenerateRun OpenFolder(string folder, bool force = false, bool writes = false) => Open(new RepositoryRoot(folder), DefaultSpec, force, writes, null, null);

    /// <summary>The built-in library with a pack over it.</summary>
    public static StageCatalog CatalogOf(TemplateLayer pack, DiagnosticBag diagnostics) => new([pack, BuiltIn], diagnostics);

    private GenerateRun Open(RepositoryRoot root, string spec, bool force, bool writes, IReadOnlyDictionary<string, LockedPack?>? relocked, IReadOnlyList<Pin>? pins)
    {
        var diagnostics = new DiagnosticBag();
        var catalog = Catalog(root, diagnostics);
        return new GenerateRun
        {
            Root = root,
            Diagnostics = diagnostics,
            SpecFile = spec,
            ToolVersion = ToolVersion,
            Catalog = catalog,
            Renderer = new StageRenderer(catalog),
            Emitters = PlatformEmitters.All,
            Force = force,
            Writes = writes,
            UpdatedPins = pins ?? [],
            Today = environment.Today,
            PackStore = PackStore.Of(environment),
            PackCache = _packs,
            Relocked = relocked ?? new Dictionary<string, LockedPack?>(),
        };
    }

    /// <summary>The stage library as a spec of the repository sees it, with its packs; what is wrong with the spec is not told.</summary>
    public IStageCatalog Library(ParseResult parsed, RepositoryOptions options)
    {
        var run = Open(parsed, options);
        GeneratePipeline.Run(run, GenerateStepKind.Packs);
        return run.Catalog;
    }

    /// <summary>Stages and jobs that the pipeline has, sorted, for completion: none where the spec has problems.</summary>
    public IEnumerable<string> Jobs(ParseResult parsed, RepositoryOptions options)
    {
        var run = Open(parsed, options);
        return GeneratePipeline.Run(run, GenerateStepKind.Resolve)
            ? run.Pipeline!.Jobs.SelectMany(j => new[] { j.Stage, j.Id }).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            : [];
    }

    /// <summary>The stage library of a repository; problems of its files go to <paramref name="diagnostics"/>.</summary>
    public static StageCatalog Catalog(RepositoryRoot root, DiagnosticBag diagnostics) => StageCatalog.ForRepository(BuiltIn, root.Folder, diagnostics);

    /// <summary>The folder that the command line names, or else the one it was started in: where a spec is to be made.</summary>
    /// <exception cref="DirectoryNotFoundException">The named folder does not exist.</exception>
    public RepositoryRoot Here(ParseResult parsed, RepositoryOptions options) =>
        parsed.GetResult(options.Directory) is { Implicit: false } ? Root(parsed, options) : new RepositoryRoot(environment.WorkingDirectory);

    /// <summary>The folder that the command line names; without one the nearest folder upwards that holds the spec, as git looks for its own.</summary>
    /// <exception cref="DirectoryNotFoundException">The named folder does not exist.</exception>
    public RepositoryRoot Root(ParseResult parsed, RepositoryOptions options)
    {
        if (parsed.GetResult(options.Directory) is { Implicit: false })
        {
            var named = parsed.GetValue(options.Directory)!;
            var folder = Path.Combine(environment.WorkingDirectory, named);
            return Directory.Exists(folder) ? new RepositoryRoot(folder) : throw new DirectoryNotFoundException($"there is no folder {named}");
        }

        return new RepositoryRoot(Upwards(parsed.GetValue(options.Spec) ?? DefaultSpec) ?? environment.WorkingDirectory);
    }

    // Not beyond the repository: what lies above it is somebody else's.
    private string? Upwards(string spec)
    {
        for (var folder = new DirectoryInfo(environment.WorkingDirectory); folder is not null; folder = folder.Parent)
        {
            if (FileReader.Exists(Path.Combine(folder.FullName, spec)))
            {
                return folder.FullName;
            }

            if (Path.Exists(Path.Combine(folder.FullName, ".git")))
            {
                return null;
            }
        }

        return null;
    }
}
