using PipelineKit.Core.Stages;

namespace PipelineKit.Core.Tests.Spec;

/// <summary>The stage library that cases are checked against.</summary>
internal static class TestCatalog
{
    public static IStageCatalog Of(string repositoryRoot) => repositoryRoot.Length == 0 ? FakeCatalog.Usual : FakeCatalog.Usual;
}
