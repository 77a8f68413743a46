using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages.Catalog;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Packs;

/// <summary>The templates and data files of a pack, in memory: what a generation reads is what was hashed.</summary>
internal sealed class PackTemplates : TemplateLayer
{
    private static readonly HashSet<string> Folders = [.. FolderTemplates.Folders, "pins"];

    private readonly PackContent _content;
    private readonly string _displayName;
    private readonly HashSet<string> _paths;

    public PackTemplates(PackContent content, string displayName, IReadOnlyDictionary<string, string> pins)
    {
        (_content, _displayName, Pins) = (content, displayName, pins);
        Paths = [.. content.Paths.Where(p => p.StartsWith(PackContent.Templates, StringComparison.Ordinal)).Select(p => p[PackContent.Templates.Length..])];
        _paths = new HashSet<string>(Paths, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Paths { get; }

    /// <inheritdoc/>
    internal override IReadOnlyDictionary<string, string> Pins { get; }

    /// <summary>True for a path below <c>templates/</c> that is a template, a data file or a support file.</summary>
    public static bool IsRead(string path) =>
        path.Split('/') is [var kind, _, ..] parts && parts.Length <= 3 && Folders.Contains(kind)
        && (kind == "support" || Path.GetExtension(path) is ".yml" or ".sbn");

    /// <inheritdoc/>
    public override string DisplayName(string path) => $"{_displayName}/{PackContent.Templates}{path}";

    /// <inheritdoc/>
    public override bool Has(string path) => _paths.Contains(path);

    /// <inheritdoc/>
    public override string? ReadText(string path, DiagnosticBag diagnostics) =>
        SourceText.Decode(_content.Find(PackContent.Templates + path)!.Value.Span, DisplayName(path), diagnostics);
}
