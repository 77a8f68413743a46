using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Packs;
using PipelineKit.Core.Pins;
using PipelineKit.Core.Resolution;
using PipelineKit.Core.Spec;
using PipelineKit.Core.Stages;
using PipelineKit.Core.Stages.Catalog;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Generation;

/// <summary>What one run of the steps in <see cref="GeneratePipeline"/> was asked, and what it has found so far.</summary>
public sealed class GenerateRun
{
    /// <summary>The repository.</summary>
    public required RepositoryRoot Root { get; init; }

    /// <summary>Spec, relative to the root.</summary>
    public string SpecFile { get; init; } = "pipelinekit.yml";

    /// <summary>Version of the running tool, for <c>requires:</c> and the lock file.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>Stage library for the repository; once the spec is read, with its packs.</summary>
    public required IStageCatalog Catalog { get; set; }

    /// <summary>Renderer over that library.</summary>
    public required IStageRenderer Renderer { get; set; }

    /// <summary>Emitters of all known platforms.</summary>
    public required IReadOnlyList<IPlatformEmitter> Emitters { get; init; }

    /// <summary>Overwrite files that are not ours or were edited by hand.</summary>
    public bool Force { get; init; }

    /// <summary>True when the run ends with writing: it then takes the lock and clears away what an interrupted run left.</summary>
    public bool Writes { get; init; }

    /// <summary>All problems found so far; the catalog reports into the same bag.</summary>
    public required DiagnosticBag Diagnostics { get; init; }

    /// <summary>Today, for the waivers of packs; null where that is not known, and no waiver holds.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>Packs that were fetched; null when none can be.</summary>
    public IPackStore? PackStore { get; init; }

    /// <summary>Packs that were read for other repositories.</summary>
    public PackCache PackCache { get; init; } = new();

    /// <summary>Packs that shall be locked anew, by name, as they shall stand in the lock file; null: as they are found.</summary>
    public IReadOnlyDictionary<string, LockedPack?> Relocked { get; init; } = new Dictionary<string, LockedPack?>();

    /// <summary>Pins that shall be written to the lock file, by <c>pins update</c>.</summary>
    public IReadOnlyList<Pin> UpdatedPins { get; init; } = [];

    /// <summary>What is known about pins; the table itself is the catalog's.</summary>
    public PinState Pins { get; private init; } = new();

    /// <summary>The packs of the spec, once read.</summary>
    public PackSet Packs { get; internal set; } = PackSet.None;

    /// <summary>Text of the spec, once read.</summary>
    public string? SpecText { get; internal set; }

    /// <summary>The spec as YAML nodes, once read.</summary>
    public SourceNode? Source { get; internal set; }

    /// <summary>The spec, once valid.</summary>
    public SpecDocument? Spec { get; internal set; }

    /// <summary>Rendered stages.</summary>
    public IReadOnlyList<RenderedStage> Stages { get; internal set; } = [];

    /// <summary>The resolved pipeline.</summary>
    public Pipeline? Pipeline { get; internal set; }

    /// <summary>What the emitters made, by platform id, patches applied.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<EmittedFile>> Emitted { get; internal set; } = new Dictionary<string, IReadOnlyList<EmittedFile>>();

    /// <summary>All files as they shall be, the lock file last.</summary>
    public IReadOnlyList<OutputFile> Outputs { get; internal set; } = [];

    /// <summary>The same, compared with the disk.</summary>
    public IReadOnlyList<PlannedFile> Planned { get; internal set; } = [];

    /// <summary>The lock, between planning and the end of writing.</summary>
    internal WriterLock? Held { get; set; }

    /// <summary>What an interrupted run left, as the plan saw it.</summary>
    internal InterruptedRun? Interrupted { get; set; }

    /// <summary>A run over the same spec and pins, with problems of its own: what is made with other pins.</summary>
    internal GenerateRun Again() => new()
    {
        Root = Root,
        SpecFile = SpecFile,
        ToolVersion = ToolVersion,
        Catalog = Catalog,
        Renderer = Renderer,
        Emitters = Emitters,
        Diagnostics = new DiagnosticBag(),
        Pins = Pins,
        Packs = Packs,
        PackLocks = PackLocks,
        SpecText = SpecText,
        Source = Source,
        Spec = Spec,
    };

    /// <summary>What the lock file shall hold of a pack.</summary>
    internal LockedPack LockOf(Pack pack) => PackLocks.GetValueOrDefault(pack.Name.Value) is { } locked && locked.Hash == pack.Content.Hash
        ? locked
        : new(Spec!.Extends.First(r => r.Name.Value == pack.Name.Value).From.Value, pack.Version.Value, null, pack.Content.Hash);

    /// <summary>What the lock file holds of packs, with what is locked anew.</summary>
    public IReadOnlyDictionary<string, LockedPack> PackLocks { get; internal set; } = new Dictionary<string, LockedPack>();

    /// <summary>Warns of files in <c>.pipelinekit</c> that look like templates or data and are never read. What was generated there is known from the lock file.</summary>
    public void ReportUnreadFiles()
    {
        var unread = (Catalog as StageCatalog)?.FindUnread() ?? [];
        var made = unread.Count > 0 && Root.ReadText(LockFile.FilePath) is { } text ? LockFile.Parse(text)?.Outputs : null;
        foreach (var file in unread.Where(f => made?.ContainsKey(f.File) != true))
        {
            Diagnostics.Add(StageDiagnostics.UnreadFile, SourceSpan.WholeFile(file.File), file.Message, file.Hint);
        }
    }
}
