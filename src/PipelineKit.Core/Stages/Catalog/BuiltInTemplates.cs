using System.Reflection;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Stages.Catalog;

/// <summary>The templates that this assembly carries. One instance serves any number of repositories at the same time.</summary>
public sealed class BuiltInTemplates : TemplateLayer
{
    private const string Prefix = "templates/";

    private readonly Assembly _assembly = typeof(BuiltInTemplates).Assembly;
    private readonly Dictionary<string, string> _resources = new(StringComparer.Ordinal);

    /// <summary>Lists the templates; none is read yet.</summary>
    public BuiltInTemplates()
    {
        // On Windows the build writes the folders of resource names with backslashes.
        foreach (var name in _assembly.GetManifestResourceNames())
        {
            var path = name.Replace('\\', '/');
            if (path.StartsWith(Prefix, StringComparison.Ordinal))
            {
                _resources.Add(path[Prefix.Length..], name);
            }
        }

        string[] paths = [.. _resources.Keys];
        Array.Sort(paths, StringComparer.Ordinal);
        Paths = paths;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Paths { get; }

    /// <inheritdoc/>
    public override string DisplayName(string path) => Prefix + path;

    /// <inheritdoc/>
    public override bool Has(string path) => _resources.ContainsKey(path);

    /// <inheritdoc/>
    public override string? ReadText(string path, DiagnosticBag diagnostics)
    {
        using var stream = _assembly.GetManifestResourceStream(_resources[path])
            ?? throw new InvalidOperationException($"the resource of {path} is gone");
        return SourceText.Read(stream, DisplayName(path), diagnostics);
    }
}
