using PipelineKit.Core.Yaml;

namespace PipelineKit.Cli.Init.Facts;

/// <summary>A stage that was chosen for a project, with what the spec says of it.</summary>
/// <param name="id">Stage id.</param>
internal sealed class StageChoice(string id)
{
    private readonly List<KeyValuePair<string, YamlNode>> _keys = [];

    public string Id => id;

    /// <summary>Keys in the order of the spec.</summary>
    public IReadOnlyList<KeyValuePair<string, YamlNode>> Keys => _keys;

    /// <summary>A comment at the end of its line, or null.</summary>
    public string? Comment { get; private set; }

    public StageChoice With(string key, params IReadOnlyList<string> items) => Add(key, YamlList.Inline(items));

    public StageChoice With(string key, bool value) => Add(key, value);

    public StageChoice WithText(string key, string value) => Add(key, value);

    public StageChoice WithNumber(string key, string value) => Add(key, YamlScalar.Bare(value));

    public StageChoice WithMap(string key, IEnumerable<KeyValuePair<string, string>> entries)
    {
        var map = new YamlMap { Flow = true };
        foreach (var (name, value) in entries)
        {
            map.Add(name, value);
        }

        return Add(key, map);
    }

    /// <summary>A list of commands with one command.</summary>
    public StageChoice WithCommand(string key, params IReadOnlyList<string> argv) => Add(key, new YamlList(YamlList.Inline(argv)) { Flow = true });

    /// <summary>Says where a value was copied from.</summary>
    public StageChoice From(Place place)
    {
        Comment ??= $"copied from {place.File}";
        return this;
    }

    private StageChoice Add(string key, YamlNode value)
    {
        _keys.Add(new(key, value));
        return this;
    }
}
