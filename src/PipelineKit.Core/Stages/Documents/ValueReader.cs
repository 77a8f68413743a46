using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Stages.Reading;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Stages.Documents;

/// <summary>Reads typed values: a literal, <c>{ matrix: a }</c>, <c>{ env: N }</c>, <c>{ secret: N }</c> or <c>{ service: a, get: host }</c>.</summary>
internal static class ValueReader
{
    private static readonly string[] Gets = ["host", "port", "user", "password", "database", "url"];

    /// <summary>An argument: a literal, a matrix axis or a variable of the job.</summary>
    public static Value? Argument(SourceNode node, DiagnosticBag diagnostics) =>
        Read(node, "an argument", diagnostics, map => map.Has("env") ? new EnvReference(map.RequiredText("env")) : new MatrixValue(map.RequiredText("matrix")));

    /// <summary>The value of an environment variable.</summary>
    public static Value? Environment(SourceNode node, DiagnosticBag diagnostics) => Read(node, "a variable", diagnostics, map =>
    {
        if (map.Has("secret"))
        {
            return new SecretValue(map.RequiredText("secret"), map.Flag("required") ?? false);
        }

        return map.Has("service")
            ? new ServiceValue(map.RequiredText("service"), map.Required("get") is { } get ? Scalars.Word(get, "\"get\"", Gets, diagnostics) ?? "" : "")
            : new MatrixValue(map.RequiredText("matrix"));
    });

    /// <summary>A version: a literal or a matrix axis.</summary>
    public static Value? Version(SourceNode node, DiagnosticBag diagnostics) =>
        Read(node, "a version", diagnostics, map => new MatrixValue(map.RequiredText("matrix")));

    private static Value? Read(SourceNode node, string what, DiagnosticBag diagnostics, Func<MapReader, Value> read)
    {
        if (node is not SourceMap)
        {
            return Scalars.Text(node, what, diagnostics) is { } text ? new LiteralValue(text) : null;
        }

        var map = MapReader.Of(node, what, diagnostics)!;
        var value = read(map);
        map.Finish();
        return value;
    }
}
