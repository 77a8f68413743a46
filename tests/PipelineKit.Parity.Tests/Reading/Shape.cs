using System.Text.Json.Nodes;
using PipelineKit.Parity.Tests.Posix;

namespace PipelineKit.Parity.Tests.Reading;

/// <summary>Pieces of the digest's object that several readers make.</summary>
internal static class Shape
{
    private const string AxisPrefix = "PK_";

    /// <summary>Axis that a variable carries: <c>node-version</c> for <c>PK_NODE_VERSION</c>; null for any other variable.</summary>
    public static string? Axis(string variable) => variable.StartsWith(AxisPrefix, StringComparison.Ordinal)
        ? variable[AxisPrefix.Length..].ToLowerInvariant().Replace('_', '-')
        : null;

    /// <summary>A value that reads the leaf of the matrix.</summary>
    public static JsonObject Matrix(string axis) => new() { ["matrix"] = axis };

    /// <summary>Arguments of a command.</summary>
    public static JsonArray Argv(CommandLine line) => [.. line.Words.Select(Argument)];

    /// <summary>A command that is nothing but its arguments.</summary>
    public static JsonObject Bare(CommandLine line) =>
        line.IsBare ? new JsonObject { ["argv"] = Argv(line) } : throw new UnreadableException($"more than arguments: {line.Text}");

    /// <summary>A command, with what follows its output and its failure; <see cref="Failure.IsNoted"/> and beyond only with codes.</summary>
    public static JsonObject Command(JsonObject body, string? stdout, IReadOnlyList<int> codes, bool later, bool always)
    {
        if (stdout is not null)
        {
            body["stdout"] = stdout;
        }

        if (always)
        {
            body["always"] = true;
        }
        else if (codes.Count > 0)
        {
            body["onFailure"] = "report";
            body["findings"] = new JsonArray([.. codes.Order().Select(code => (JsonNode)code)]);
        }
        else if (later)
        {
            body["onFailure"] = "later";
        }

        return body;
    }

    /// <summary>A script, without the line ends behind it.</summary>
    public static JsonObject Script(string text, string shell) => new() { ["script"] = text.TrimEnd('\n'), ["shell"] = shell };

    /// <summary>The commands that decide in their order, then those that always run. After the last one that decides nothing is left for "later".</summary>
    public static JsonArray InOrder(IEnumerable<JsonObject> commands)
    {
        var ordered = commands.OrderBy(command => command.ContainsKey("always")).ToList();
        if (ordered.LastOrDefault(command => !command.ContainsKey("always")) is { } last && last["onFailure"]?.GetValue<string>() == "later")
        {
            last.Remove("onFailure");
        }

        return [.. ordered];
    }

    /// <summary>Adds a version; two different ones for one toolchain are shown together, and equal nothing.</summary>
    public static void AddVersion(JsonObject toolchains, string id, JsonNode version)
    {
        if (toolchains[id] is { } known && !JsonNode.DeepEquals(known, version))
        {
            version = new JsonArray(known.DeepClone(), version);
        }

        toolchains[id] = version;
    }

    private static JsonNode Argument(ShellWord word) => word switch
    {
        { IsMixed: true } => throw new UnreadableException($"a variable inside a word: {word.Source}"),
        { Variable: { } name } => Axis(name) is { } axis ? Matrix(axis) : new JsonObject { ["env"] = name },
        _ => JsonValue.Create(word.Text),
    };
}
