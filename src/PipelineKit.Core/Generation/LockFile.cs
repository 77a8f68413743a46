using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Packs;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Generation;

/// <summary>
/// <c>.pipelinekit/lock.yml</c>: what the committed outputs were made from. It tells a file that is out of date from one that was edited by hand.
/// </summary>
public sealed record LockFile
{
    /// <summary>Its path, relative to the repository root.</summary>
    public const string FilePath = ".pipelinekit/lock.yml";

    /// <summary>Version of PipelineKit that wrote it.</summary>
    public required string Tool { get; init; }

    /// <summary>Hash of the spec.</summary>
    public required string Spec { get; init; }

    /// <summary>The packs, by name.</summary>
    public IReadOnlyDictionary<string, LockedPack> Packs { get; init; } = new Dictionary<string, LockedPack>();

    /// <summary>Hashes of the templates and data files that were used, by name.</summary>
    public IReadOnlyDictionary<string, string> Templates { get; init; } = new Dictionary<string, string>();

    /// <summary>Pins that are newer than the library's: taken over from committed files, or by <c>pins update</c>. By id.</summary>
    public IReadOnlyDictionary<string, string> Pins { get; init; } = new Dictionary<string, string>();

    /// <summary>Hashes of what is left of the bodies of outputs without their pins, by path, as <c>PinnedText</c> leaves them.</summary>
    public IReadOnlyDictionary<string, string> Rests { get; init; } = new Dictionary<string, string>();

    /// <summary>Hashes of the bodies of the outputs, by path.</summary>
    public IReadOnlyDictionary<string, string> Outputs { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// By job and target the first digits of what the platform does (<see cref="Resolution.ParityDigest"/>); one number where all do the same, and
    /// one each where some make a report that others do not read.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Parity { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>Text of the file, without header.</summary>
    public string Print()
    {
        var root = new YamlMap { ["version"] = 1, ["tool"] = Tool, ["spec"] = Spec };
        if (Packs.Count > 0)
        {
            root["packs"] = LockedPacks.Write(Packs);
        }

        if (Pins.Count > 0)
        {
            root["pins"] = Hashes(Pins);
        }

        root["templates"] = Hashes(Templates);
        root["outputs"] = Hashes(Outputs);
        if (Rests.Count > 0)
        {
            root["without-pins"] = Hashes(Rests);
        }

        root["parity"] = Digests(Parity);
        return YamlWriter.Write(root);
    }

    /// <summary>Reads a lock file; null when it cannot be understood.</summary>
    public static LockFile? Parse(string text)
    {
        var root = YamlReader.Read(text, FilePath, new DiagnosticBag()) as SourceMap;
        return root is null || Scalar(root, "version") != "1" ? null : new LockFile
        {
            Tool = Scalar(root, "tool") ?? "",
            Spec = Scalar(root, "spec") ?? "",
            Packs = LockedPacks.Read(root.MapAt("packs")),
            Pins = Hashes(root, "pins"),
            Rests = Hashes(root, "without-pins"),
            Templates = Hashes(root, "templates"),
            Outputs = Hashes(root, "outputs"),
            Parity = Digests(root.MapAt("parity")),
        };
    }

    /// <summary>The packs of a lock file alone. They stand before the templates, which are most of it and are not read here.</summary>
    internal static IReadOnlyDictionary<string, LockedPack> ParsePacks(string text)
    {
        var end = text.IndexOf("\ntemplates:", StringComparison.Ordinal);
        return LockedPacks.Read((YamlReader.Read(end < 0 ? text : text[..(end + 1)], FilePath, new DiagnosticBag()) as SourceMap).MapAt("packs"));
    }

    /// <summary>A lock file without its templates, which are most of it.</summary>
    internal static LockFile? ParseShort(string text)
    {
        var (start, end) = (text.IndexOf("\ntemplates:", StringComparison.Ordinal), text.IndexOf("\noutputs:", StringComparison.Ordinal));
        return Parse(start >= 0 && end > start ? text[..start] + text[end..] : text);
    }

    private static YamlMap Hashes(IReadOnlyDictionary<string, string> hashes)
    {
        var map = new YamlMap();
        foreach (var name in hashes.Keys.Order(StringComparer.Ordinal))
        {
            map.Add(name, hashes[name]);
        }

        return map;
    }

    // A number that holds for all targets stands under no name.
    private static Dictionary<string, IReadOnlyDictionary<string, string>> Digests(SourceMap? section) =>
        (section?.Entries ?? []).ToDictionary(
            e => e.Key.Value,
            e => (IReadOnlyDictionary<string, string>)(e.Value is SourceMap targets
                ? targets.Entries.ToDictionary(t => t.Key.Value, t => (t.Value as SourceScalar)?.Value ?? "", StringComparer.Ordinal)
                : new Dictionary<string, string>(StringComparer.Ordinal) { [""] = (e.Value as SourceScalar)?.Value ?? "" }),
            StringComparer.Ordinal);

    private static YamlMap Digests(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> digests)
    {
        var map = new YamlMap();
        foreach (var job in digests.Keys.Order(StringComparer.Ordinal))
        {
            var own = digests[job];
            if (own.Values.Distinct(StringComparer.Ordinal).Count() == 1)
            {
                map.Add(job, own.Values.First());
                continue;
            }

            var targets = new YamlMap { Flow = true };
            foreach (var target in own.Keys.Order(StringComparer.Ordinal))
            {
                targets.Add(target, own[target]);
            }

            map.Add(job, targets);
        }

        return map;
    }

    private static string? Scalar(SourceMap map, string key) => (map.Find(key)?.Value as SourceScalar)?.Value;

    private static Dictionary<string, string> Hashes(SourceMap root, string key) =>
        ((root.Find(key)?.Value as SourceMap)?.Entries ?? [])
            .ToDictionary(e => e.Key.Value, e => (e.Value as SourceScalar)?.Value ?? "", StringComparer.Ordinal);
}
