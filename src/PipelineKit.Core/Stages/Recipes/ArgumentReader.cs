using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages.Reading;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Stages.Recipes;

/// <summary>Reads argument templates of data files.</summary>
internal static class ArgumentReader
{
    public static ArgumentTemplate Read(SourceNode? node, string what, DiagnosticBag diagnostics)
    {
        switch (node)
        {
            case null:
                return ArgumentTemplate.Empty;
            case SourceList list:
                return new ArgumentTemplate([.. list.Items.Select(item => Part(item, what, diagnostics)).OfType<ArgumentPart>()]);
            default:
                diagnostics.Add(StageDiagnostics.WrongValue, node.Span, $"{what} must be a list of arguments, not {node.KindName}");
                return ArgumentTemplate.Empty;
        }
    }

    public static IReadOnlyList<ArgumentTemplate> ReadMany(MapReader map, string key) =>
        [.. map.Items(key).Select(item => Read(item, $"an entry of \"{key}\"", map.Diagnostics))];

    /// <summary>Argument templates by name, for example by package manager.</summary>
    public static IReadOnlyDictionary<string, ArgumentTemplate> ReadMap(MapReader map, string key)
    {
        var result = new OrderedDictionary<string, ArgumentTemplate>(StringComparer.Ordinal);
        foreach (var entry in map.Entries(key))
        {
            result[entry.Key.Value] = Read(entry.Value, $"\"{key}.{entry.Key.Value}\"", map.Diagnostics);
        }

        return result;
    }

    public static Requirement? ReadRequirement(MapReader map, string key) =>
        map.Node(key) is { } node && Scalars.Text(node, $"\"{key}\"", map.Diagnostics) is { } text ? new Requirement(text, node.Span) : null;

    private static ArgumentPart? Part(SourceNode node, string what, DiagnosticBag diagnostics)
    {
        if (node is SourceScalar { IsNull: false } scalar)
        {
            return new TextPart(scalar.Value, node.Span);
        }

        if (MapReader.Of(node, $"an argument of {what}", diagnostics) is not { } map)
        {
            return null;
        }

        ArgumentPart? part = map.Has("each") ? Each(map) : map.Has("join") ? Join(map) : Conditional(map);
        map.Finish();
        return part;
    }

    private static EachPart Each(MapReader map) =>
        new(map.RequiredText("each"), Read(map.Required("as"), "\"as\"", map.Diagnostics), map.Text("map"), map.Span);

    private static JoinPart Join(MapReader map) =>
        new(map.RequiredText("join"), map.RequiredText("by"), map.Text("as") ?? "{item}", map.Text("map"), map.Span);

    private static ConditionalPart Conditional(MapReader map) => new(
        new Requirement(map.RequiredText("if"), map.Span),
        Read(map.Node("then"), "\"then\"", map.Diagnostics),
        Read(map.Node("else"), "\"else\"", map.Diagnostics),
        map.Span);
}
