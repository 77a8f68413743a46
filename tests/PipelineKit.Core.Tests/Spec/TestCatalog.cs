using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages;
using PipelineKit.Core.Stages.Catalog;

namespace PipelineKit.Core.Tests.Spec;

/// <summary>The real stage library, with what a repository adds to it.</summary>
internal static class TestCatalog
{
    private static readonly BuiltInTemplates BuiltIn = new();

    public static IStageCatalog Of(string repositoryRoot, DiagnosticBag diagnostics) => StageCatalog.ForRepository(BuiltIn, repositoryRoot, diagnostics);
}
