using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Spec.Reading;
using PipelineKit.Core.Spec.Rules;
using PipelineKit.Core.Stages;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Spec;

/// <summary>The way from a spec's text to a checked <see cref="SpecDocument"/>: read, type, apply every rule.</summary>
public static class SpecLoader
{
    /// <summary>Loads a spec; null when there was an error. All problems of the file are in <paramref name="diagnostics"/> after one call.</summary>
    /// <param name="text">Content of the file.</param>
    /// <param name="options">What is known about program and repository.</param>
    /// <param name="catalog">Stage library.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static SpecDocument? Load(string text, SpecOptions options, IStageCatalog catalog, DiagnosticBag diagnostics) =>
        YamlReader.Read(text, options.File, diagnostics) is { } root ? Load(root, options, catalog, diagnostics) : null;

    /// <summary>The same from a node that was read.</summary>
    public static SpecDocument? Load(SourceNode root, SpecOptions options, IStageCatalog catalog, DiagnosticBag diagnostics)
    {
        var own = new DiagnosticBag();
        var spec = SpecReader.Read(root, options, catalog, own);
        if (spec is not null)
        {
            SpecRules.Check(spec, options, catalog, own);
        }

        foreach (var diagnostic in own.Sorted())
        {
            diagnostics.Add(diagnostic);
        }

        return own.HasErrors || diagnostics.HasErrors ? null : spec;
    }
}
