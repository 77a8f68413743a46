using System.Collections;
using System.Globalization;
using System.Text;
using PipelineKit.Core.Model;
using PipelineKit.Core.Stages.Reading;

namespace PipelineKit.Core.Stages.Reference;

/// <summary>Tables of the reference.</summary>
internal static class ReferenceTable
{
    public static string Inputs(IReadOnlyList<InputDefinition> inputs)
    {
        var text = new StringBuilder("| Name | Type | Default | Meaning |\n| --- | --- | --- | --- |\n");
        foreach (var input in inputs)
        {
            text.Append($"| `{input.Name}` | {Type(input)} | {Default(input)} | {Cell(input.Description)}{Only(input)} |\n");
        }

        return text.ToString();
    }

    /// <summary>For which stacks an input is, where it is not for all.</summary>
    internal static string Only(InputDefinition input) => input.Stacks.Count == 0 ? "" : $" Only {string.Join(", ", input.Stacks)}.";

    public static string Tools(IEnumerable<ToolDefinition> tools, PinTable pins)
    {
        var text = new StringBuilder("| Tool | Stacks | Stages | Severities for `fail-on` | Pinned version | Install |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (var tool in tools)
        {
            text.Append($"| `{tool.Id}` | {Words(tool.Stacks)} | {Words(tool.Stages)} | {(tool.Severities.Count == 0 ? "–" : Code(tool.Severities))} ")
                .Append($"| {pins.FindTool(tool.Id) ?? "–"} | {Cell(tool.InstallHint)} |\n");
        }

        return text.ToString();
    }

    public static string Services(IEnumerable<ServiceDefinition> services)
    {
        var text = new StringBuilder("| Service | Version | Port | Values besides host and port |\n| --- | --- | --- | --- |\n");
        foreach (var service in services)
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{service.Id}` | {service.Version} | {service.Port} | {Code(service.Values.Keys)} |\n");
        }

        return text.ToString();
    }

    public static string Code(IEnumerable<string> words) => string.Join(", ", words.Select(w => $"`{w}`"));

    private static string Words(IReadOnlyList<string> words) => words.Count == 0 ? "any" : string.Join(", ", words);

    internal static string Type(InputDefinition input)
    {
        var word = InputReader.WordOf(input.Type);
        var range = (input.Minimum, input.Maximum) switch
        {
            ({ } low, { } high) => string.Create(CultureInfo.InvariantCulture, $" from {low} to {high}"),
            ({ } low, null) => string.Create(CultureInfo.InvariantCulture, $" from {low}"),
            (null, { } high) => string.Create(CultureInfo.InvariantCulture, $" up to {high}"),
            _ => "",
        };
        return input.Values.Count > 0 ? $"{word}: {Code(input.Values)}" : word + range;
    }

    internal static string Default(InputDefinition input)
    {
        var values = input.DefaultByStack.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}: {Value(p.Value)}");
        return input.Required ? "required" : input.DefaultByStack.Count > 0 ? string.Join("; ", values) : input.Default is { } value ? Value(value) : "–";
    }

    private static string Value(object value) => value switch
    {
        string text => $"`{Cell(text)}`",
        bool flag => flag ? "`true`" : "`false`",
        IDictionary { Count: 0 } => "none",
        IEnumerable<KeyValuePair<string, object?>> map => string.Join(", ", map.Select(p => $"`{p.Key}`")),
        IEnumerable list => list.Cast<object>().Any() ? string.Join(", ", list.Cast<object>().Select(Value)) : "none",
        IFormattable number => $"`{number.ToString(null, CultureInfo.InvariantCulture)}`",
        _ => "",
    };

    // A pipe would end the cell.
    private static string Cell(string text) => text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
}
