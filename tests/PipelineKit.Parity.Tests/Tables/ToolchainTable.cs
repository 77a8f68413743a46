using PipelineKit.Parity.Tests.Reading;

namespace PipelineKit.Parity.Tests.Tables;

/// <summary><c>toolchains.yml</c>: what set-up actions, images, set-up lines and variables of a platform say about versions.</summary>
internal sealed class ToolchainTable
{
    private readonly List<KeyValuePair<string, Pattern>> _variables;
    private readonly List<Pattern> _lines;
    private readonly List<Pattern> _images;
    private readonly Dictionary<string, string?> _plainImages;
    private readonly Dictionary<string, Dictionary<string, Pattern>> _actions;
    private readonly Dictionary<string, string> _packages;
    private readonly Dictionary<string, List<string>> _implied;
    private readonly HashSet<string> _services;

    private ToolchainTable(string platform)
    {
        var all = YamlText.Load(File.ReadAllText(Path.Combine(Places.Tests, "Tables", "toolchains.yml")));
        var own = all.Get(platform);
        _variables = [.. own.Get("variables").Entries().Select(v => KeyValuePair.Create(v.Key, new Pattern(v.Value.Text()!)))];
        _lines = [.. own.Get("lines").Texts().Select(line => new Pattern(line))];
        _images = [.. own.Get("images").Texts().Select(image => new Pattern(image))];
        _plainImages = own.Get("plain").Entries().ToDictionary(image => image.Key, image => image.Value.Text());
        _actions = own.Get("actions").Entries().ToDictionary(
            action => action.Key,
            action => action.Value.Entries().ToDictionary(input => input.Key, input => new Pattern(input.Value.Text()!)));
        _packages = all.Get("packages").Entries().ToDictionary(package => package.Key, package => package.Value.Text()!);
        _services = [.. own.Get("services").Texts()];
        _implied = own.Get("implied").Entries().ToDictionary(toolchain => toolchain.Key, toolchain => toolchain.Value.Texts().ToList());
    }

    public static ToolchainTable GitHub { get; } = new("github");

    public static ToolchainTable Forgejo { get; } = new("forgejo");

    public static ToolchainTable GitLab { get; } = new("gitlab");

    /// <summary>Programs that set-up lines start.</summary>
    public static IEnumerable<string> SetUpPrograms => [.. GitHub._lines.Concat(GitLab._lines).Concat(Forgejo._lines).Select(line => line.Program)];

    /// <summary>Toolchains that bring others which nothing sets up.</summary>
    public IEnumerable<KeyValuePair<string, List<string>>> Implied => _implied;

    /// <summary>True for a container that a toolchain needs beside the job, which is none of the job's services.</summary>
    public bool IsService(string image) => _services.Contains(image);

    /// <summary>Versions that a set-up line says; null when it is none.</summary>
    public IEnumerable<KeyValuePair<string, string>>? Line(string line) =>
        _lines.Select(pattern => pattern.Read(line)).FirstOrDefault(values => values is not null)?.Select(Named);

    /// <summary>Versions that a variable says; null when no toolchain or cache sets it to this value.</summary>
    public IEnumerable<KeyValuePair<string, string>>? Variable(string name, string value) =>
        _variables.Where(v => v.Key == name).Select(v => v.Value.Read(value)).FirstOrDefault(values => values is not null);

    /// <summary>Versions that the inputs of an action say; none for actions that set nothing up.</summary>
    public IEnumerable<KeyValuePair<string, string>> Action(string action, Func<string, string?> input) =>
        _actions.TryGetValue(action, out var inputs)
            ? inputs.SelectMany(i => input(i.Key) is { } value ? i.Value.Read(value) ?? throw new UnreadableException($"{action}: {i.Key}: {value}") : [])
            : [];

    /// <summary>Versions that an image says; none for an image that the table does not know, such as one that a spec names.</summary>
    public IEnumerable<KeyValuePair<string, string>> Image(string image)
    {
        if (_plainImages.TryGetValue(image, out var toolchain))
        {
            return string.IsNullOrEmpty(toolchain) ? [] : [KeyValuePair.Create(toolchain, "any")];
        }

        return _images.Select(pattern => pattern.Read(image)).FirstOrDefault(values => values is not null)
            ?? [];
    }

    // Names of packages stand for their toolchain, of whatever version the system has; those that no tool needs are the project's own.
    private KeyValuePair<string, string> Named(KeyValuePair<string, string> value) =>
        value.Key != "packages" ? value
        : _packages.TryGetValue(value.Value, out var toolchain) ? KeyValuePair.Create(toolchain, "any")
        : KeyValuePair.Create("debian-packages", value.Value);
}
