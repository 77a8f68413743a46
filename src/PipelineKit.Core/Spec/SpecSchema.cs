using PipelineKit.Core.Spec.Schema;
using PipelineKit.Core.Stages;

namespace PipelineKit.Core.Spec;

/// <summary>
/// The JSON Schema of the spec, made from the stage library: own stages and tools are in it. Draft 7, which is what the YAML support of editors
/// reads. It says less than the rules do: what depends on two places of a spec is not in it.
/// </summary>
public static class SpecSchema
{
    /// <summary>The schema as indented JSON with LF line ends.</summary>
    public static string Write(IStageCatalog catalog) => SchemaText.Write(new RootSchema(catalog).Build());
}
