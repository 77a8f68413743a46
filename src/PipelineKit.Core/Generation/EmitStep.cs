using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Resolution;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Generation;

/// <summary>The step that makes every platform's files: emit, patch, audit, print.</summary>
internal static class EmitStep
{
    public static void Run(GenerateRun run)
    {
        var emitted = new Dictionary<string, IReadOnlyList<EmittedFile>>(StringComparer.Ordinal);
        var outputs = new List<OutputFile>();
        foreach (var target in run.Spec!.Targets)
        {
            var emitter = run.Emitters.First(e => e.Id == target.Value);
            var context = new EmitContext(run.Spec.Outputs.GetValueOrDefault(emitter.Id)?.Value ?? emitter.DefaultPath, run.Catalog.Pins, run.Diagnostics);
            var files = emitter.Emit(Readers.Of(run.Pipeline!, (kind, job) => emitter.Reads(kind, job, run.Pipeline!.Settings)), context);
            Patch(run, emitter, files, context.MainPath);
            emitted.Add(emitter.Id, files);
            outputs.AddRange(files.Select(f => Print(run, f)));
        }

        outputs.AddRange(OwnTool.Files(run.Pipeline!.Settings.PipelineKit, [.. outputs.Select(o => o.Path)]).Select(f => Print(run, f)));
        outputs.AddRange(BotFiles.Of(run.Spec).Select(f => Print(run, f)));
        outputs.AddRange(SupportFiles(run));
        OutputCollisions.Report([.. outputs.Select(o => o.Path), LockFile.FilePath], run.Diagnostics);
        run.Emitted = emitted;
        run.Outputs = outputs;
    }

    /// <summary>The files that commands read, as they shall be on disk.</summary>
    public static IReadOnlyList<OutputFile> SupportFiles(GenerateRun run) => [.. run.Pipeline!.Files.Select(f => Print(run, Support(f)))];

    private static void Patch(GenerateRun run, IPlatformEmitter emitter, IReadOnlyList<EmittedFile> files, string mainPath)
    {
        var patches = run.Spec!.Patches.Where(p => p.Target == emitter.Id).ToList();
        if (patches.Count == 0 || files.FirstOrDefault(f => f.Path == mainPath)?.Tree is not { } tree)
        {
            return;
        }

        var applier = new PatchApplier(emitter, run.Diagnostics);
        patches.ForEach(p => applier.Apply(tree, p));
        foreach (var problem in emitter.Audit(tree))
        {
            run.Diagnostics.Add(OutputDiagnostics.PatchedFileUnsafe, patches[0].Path.Span, $"after the patches, {mainPath} would not be safe: {problem}");
        }
    }

    // A support file has a comment prefix where its name says a format that has one.
    private static EmittedFile Support(Model.SupportFile file) => new()
    {
        Path = file.Path,
        Text = file.Content,
        CommentPrefix = Path.GetExtension(file.Path) is ".toml" or ".yml" or ".yaml" or ".ini" or ".cfg" or ".sh" ? "#" : null,
    };

    private static OutputFile Print(GenerateRun run, EmittedFile file)
    {
        var body = file.Tree is { } tree ? YamlWriter.Write(tree) : LineEnds.ToLf(file.Text!);
        var header = file is { Ownership: FileOwnership.Generated, CommentPrefix: { } prefix } ? GeneratedHeader.For(prefix, run.Pipeline!, file.Note) : "";
        return new OutputFile(file.Path, PrintedText.Of(header, body), file.Ownership);
    }
}
