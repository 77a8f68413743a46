using PipelineKit.Cli.Init.Facts;
using PipelineKit.Cli.Init.Versions;
using PipelineKit.Core.Stages;

namespace PipelineKit.Cli.Init;

/// <summary>Everything that detectors look at.</summary>
/// <param name="Scan">The files.</param>
/// <param name="Owner">The owner's own automation.</param>
/// <param name="Hooks">The owner's hooks.</param>
/// <param name="Languages">Lines of the languages that are supported.</param>
/// <param name="Catalog">The stage library.</param>
internal sealed record RepositoryView(
    RepositoryScan Scan, OwnerAutomation Owner, IReadOnlyList<Hook> Hooks, LanguageTable Languages, IStageCatalog Catalog)
{
    /// <summary>The .NET that the pipeline installs.</summary>
    public Version NewestDotnet => Version.Parse(Languages.Of("dotnet").Newest);
}
