using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Spec;
using PipelineKit.Core.Stages;

namespace PipelineKit.Core.Resolution;

/// <summary>Finds the data files of toolchains and their pinned versions; the spec's <c>pins:</c> win over the table.</summary>
internal sealed class ToolchainResolver(SpecDocument spec, IStageCatalog catalog, DiagnosticBag diagnostics)
{
    public IReadOnlyList<Toolchain> Resolve(JobDraft job)
    {
        var result = new List<Toolchain>();
        foreach (var (id, asked) in job.Document.Toolchains)
        {
            if (catalog.FindToolchain(id) is not { } definition)
            {
                diagnostics.Add(
                    ResolutionDiagnostics.UnknownToolchain,
                    job.Document.Span,
                    $"job \"{job.Id}\" asks for the toolchain \"{id}\", for which there is no data file",
                    $"add templates/toolchains/{id}.yml or .pipelinekit/toolchains/{id}.yml");
            }
            else if ((asked ?? Pinned(id)) is { } version)
            {
                result.Add(new Toolchain(definition, version));
            }
            else
            {
                diagnostics.Add(
                    ResolutionDiagnostics.MissingPin,
                    job.Document.Span,
                    $"job \"{job.Id}\" asks for the pinned version of \"{id}\", but the pin table has none",
                    $"give one in the spec: pins: {{ {id}: \"VERSION\" }}");
            }
        }

        return result;
    }

    private LiteralValue? Pinned(string id) =>
        (spec.Pins.GetValueOrDefault(id)?.Value ?? catalog.Pins.FindTool(id)) is { } version ? new LiteralValue(version) : null;
}
