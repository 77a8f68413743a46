using System.Globalization;
using PipelineKit.Licences.Reading.Text;

namespace PipelineKit.Licences.Reading.Python;

/// <summary>One <c>[[package]]</c> of <c>uv.lock</c>.</summary>
internal sealed class UvPackage(Dictionary<string, object> table)
{
    public string Name => table.GetValueOrDefault("name") as string ?? "";

    public string Version => table.GetValueOrDefault("version") as string ?? "";

    public int Line => int.Parse((string)table.GetValueOrDefault(TomlReader.LineKey, "0"), NumberStyles.Integer, CultureInfo.InvariantCulture);

    /// <summary>The project or a member of its workspace.</summary>
    public bool IsProject => table.GetValueOrDefault("source") is Dictionary<string, object> source
        && (source.ContainsKey("editable") || source.ContainsKey("virtual"));

    /// <summary>What it needs, extras included.</summary>
    public IEnumerable<(string Name, string? Version)> Dependencies =>
        Wishes(table.GetValueOrDefault("dependencies")).Concat(Tables("optional-dependencies").SelectMany(Wishes));

    /// <summary>What only its development needs.</summary>
    public IEnumerable<(string Name, string? Version)> DevelopmentDependencies => Tables("dev-dependencies").SelectMany(Wishes);

    private IEnumerable<object> Tables(string key) =>
        table.GetValueOrDefault(key) is Dictionary<string, object> tables ? tables.Values : Enumerable.Empty<object>();

    private static IEnumerable<(string Name, string? Version)> Wishes(object? list) =>
        (list as List<object> ?? []).OfType<Dictionary<string, object>>()
            .Select(wish => (wish.GetValueOrDefault("name") as string ?? "", wish.GetValueOrDefault("version") as string));
}
