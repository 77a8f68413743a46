using PipelineKit.Cli.Commands;
using PipelineKit.Cli.Output;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Diagnostics.Printing;
using PipelineKit.Core.Files;
using PipelineKit.Core.Generation;
using PipelineKit.Core.Stages.Catalog;

namespace PipelineKit.Cli.Packs;

/// <summary>
/// A case of a pack: a folder with a spec, and what comes of it: <c>expected/</c> with the files that are made, or <c>expected.txt</c> with what
/// the program says. Nothing is written into the case itself but that.
/// </summary>
internal sealed class PackCase(string folder, Workspaces workspaces)
{
    // The same for every spec: they are made of the program and not of the pack.
    private static readonly string[] NotCompared = [LockFile.FilePath, "build.cake", "cake.config", ".config/dotnet-tools.json"];

    public string Name => Path.GetFileName(folder);

    private string ExpectedFolder => Path.Combine(folder, "expected");

    private string ExpectedText => Path.Combine(folder, "expected.txt");

    /// <summary>Files of the packs that the case was made of, below <c>templates/</c>.</summary>
    public IReadOnlyCollection<string> Used { get; private set; } = [];

    /// <summary>The difference between what is expected and what comes, in unified form; empty when there is none.</summary>
    public IReadOnlyList<string> Run(bool update)
    {
        var run = workspaces.OpenFolder(folder);
        GeneratePipeline.Run(run, GenerateStepKind.Plan);
        Used = [.. run.Catalog.UsedFiles.Keys.Where(p => run.Packs.Packs.Any(pack => pack.Layer == (run.Catalog as StageCatalog)?.LayerOf(p)))];
        var made = run.Diagnostics.HasErrors
            ? new Dictionary<string, string>(StringComparer.Ordinal) { ["expected.txt"] = Text(run) }
            : run.Outputs.Where(f => !NotCompared.Contains(f.Path) && !(f.Path.StartsWith(".pipelinekit/", StringComparison.Ordinal) && f.Path.EndsWith(".cake", StringComparison.Ordinal)))
                .ToDictionary(f => "expected/" + f.Path, f => f.Text, StringComparer.Ordinal);
        if (update)
        {
            Write(made);
        }

        var expected = Expected();
        return [.. made.Keys.Union(expected.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .SelectMany(path => UnifiedDiff.Between($"{Name}/{path}", expected.GetValueOrDefault(path), made.GetValueOrDefault(path) ?? ""))];
    }

    private static string Text(GenerateRun run)
    {
        string? Source(string path) => FileReader.Exists(run.Root.FullPath(path)) ? Core.Yaml.SourceText.ReadFile(run.Root.FullPath(path), path, new DiagnosticBag()) : null;
        return DiagnosticPrinters.Find("text")!.Print([.. run.Diagnostics.Sorted().Where(d => d.Descriptor.Severity != Severity.Info)], new PrintContext { SourceOf = Source });
    }

    private Dictionary<string, string> Expected()
    {
        var files = Directory.Exists(ExpectedFolder) ? Directory.EnumerateFiles(ExpectedFolder, "*", SearchOption.AllDirectories) : [];
        return files.Concat(File.Exists(ExpectedText) ? [ExpectedText] : [])
            .ToDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), f => File.ReadAllText(f).ReplaceLineEndings("\n"), StringComparer.Ordinal);
    }

    private void Write(Dictionary<string, string> made)
    {
        if (Directory.Exists(ExpectedFolder))
        {
            Directory.Delete(ExpectedFolder, recursive: true);
        }

        File.Delete(ExpectedText);
        foreach (var (path, text) in made)
        {
            var full = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, text);
        }
    }
}
