using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages.Catalog;

namespace PipelineKit.Core.Tests.Stages.Linting;

/// <summary>Templates in memory.</summary>
internal sealed class MemoryTemplates(params (string Path, string Text)[] files) : TemplateLayer
{
    public override IReadOnlyList<string> Paths => [.. files.Select(f => f.Path).Order(StringComparer.Ordinal)];

    public override string DisplayName(string path) => path;

    public override bool Has(string path) => Paths.Contains(path);

    public override string? ReadText(string path, DiagnosticBag diagnostics) => files.Single(f => f.Path == path).Text;
}
