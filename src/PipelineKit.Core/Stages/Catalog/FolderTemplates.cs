using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Stages.Catalog;

/// <summary>Templates in a folder, for example <c>.pipelinekit/</c> of a repository; they shadow the built-in files of the same path.</summary>
public sealed class FolderTemplates : TemplateLayer
{
    /// <summary>Folders that files are read from.</summary>
    internal static IReadOnlyList<string> Folders { get; } = ["stages", "tools", "toolchains", "services", "registries", "stacks", "partials", "support", "pins"];

    private readonly string _folder;
    private readonly string _displayName;
    private readonly HashSet<string> _paths;

    /// <summary>Lists the files of a folder; none is read yet. A folder that does not exist is an empty layer.</summary>
    /// <param name="folder">Absolute path.</param>
    /// <param name="displayName">How messages call it, for example <c>.pipelinekit</c>.</param>
    public FolderTemplates(string folder, string displayName)
    {
        (_folder, _displayName) = (folder, displayName);
        Paths = [.. Folders.SelectMany(Files).Order(StringComparer.Ordinal)];
        _paths = new HashSet<string>(Paths, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Paths { get; }

    /// <inheritdoc/>
    public override string DisplayName(string path) => $"{_displayName}/{path}";

    /// <inheritdoc/>
    public override bool Has(string path) => _paths.Contains(path);

    /// <inheritdoc/>
    public override string? ReadText(string path, DiagnosticBag diagnostics) =>
        SourceText.ReadFile(Path.Combine(_folder, path), DisplayName(path), diagnostics);

    /// <summary>Paths of everything in the folder that looks like a template or a data file, read or not, sorted.</summary>
    internal IReadOnlyList<string> Candidates()
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 4, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true };
        return !Directory.Exists(_folder) ? [] :
        [
            .. Directory.EnumerateFiles(_folder, "*", options)
                .Where(file => Path.GetExtension(file) is ".yml" or ".yaml" or ".sbn")
                .Select(file => Path.GetRelativePath(_folder, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];
    }

    // Two levels are enough (stages/ID/FILE), links are not followed, and nothing else below the folder is looked at.
    private IEnumerable<string> Files(string kind)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = 1,
            AttributesToSkip = FileAttributes.ReparsePoint,
            IgnoreInaccessible = true,
        };
        var folder = Path.Combine(_folder, kind);
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var root = new DirectoryInfo(folder);
        return root.LinkTarget is not null
            ? []
            : root.EnumerateFiles("*", options)
                .Where(file => kind == "support" || file.Extension is ".yml" or ".sbn")
                .Select(file => Path.GetRelativePath(_folder, file.FullName).Replace('\\', '/'));
    }
}
