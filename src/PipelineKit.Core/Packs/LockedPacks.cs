using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Packs;

/// <summary>The part <c>packs</c> of the lock file.</summary>
internal static class LockedPacks
{
    public static YamlMap Write(IReadOnlyDictionary<string, LockedPack> packs)
    {
        var map = new YamlMap();
        foreach (var (name, pack) in packs.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            var entry = new YamlMap { ["from"] = pack.From, ["version"] = pack.Version };
            if (pack.Commit is not null)
            {
                entry["commit"] = pack.Commit;
            }

            entry["sha256"] = pack.Hash;
            map.Add(name, entry);
        }

        return map;
    }

    /// <summary>What can be understood; an entry that lacks something is as good as none.</summary>
    public static IReadOnlyDictionary<string, LockedPack> Read(SourceMap? packs)
    {
        var result = new Dictionary<string, LockedPack>(StringComparer.Ordinal);
        foreach (var (key, value) in packs?.Entries ?? [])
        {
            string? Text(string name) => ((value as SourceMap)?.Find(name)?.Value as SourceScalar)?.Value;
            if (Text("from") is { } from && Text("version") is { } version && Text("sha256") is { } hash)
            {
                result[key.Value] = new(from, version, Text("commit"), hash);
            }
        }

        return result;
    }
}
