namespace PipelineKit.Platforms.Shared;

/// <summary>Names of the environment variables that the generated files define themselves.</summary>
internal static class EnvNames
{
    /// <summary>The variable that carries a matrix axis: <c>PK_PYTHON</c> for <c>python</c>, <c>PK_NODE_VERSION</c> for <c>node-version</c>.</summary>
    public static string OfAxis(string axis) => "PK_" + axis.ToUpperInvariant().Replace('-', '_');
}
