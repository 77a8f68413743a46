using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Packs;

/// <summary>The packs of a spec in its order: a later one wins.</summary>
/// <param name="Packs">The packs.</param>
public sealed record PackSet(IReadOnlyList<Pack> Packs)
{
    /// <summary>No packs.</summary>
    public static PackSet None { get; } = new([]);

    /// <summary>The pack whose files messages name so, or null: it tells where a value came from.</summary>
    public Pack? OwnerOf(string file) => Packs.FirstOrDefault(p => p.File == file);

    /// <summary>Stages that at least one pack requires, in order.</summary>
    public IReadOnlyList<string> Required => [.. Packs.SelectMany(p => p.Rules.Required).Select(r => r.Value).Distinct(StringComparer.Ordinal)];

    /// <summary>The spec with the defaults of the packs below it.</summary>
    internal SourceNode Below(SourceNode spec, IReadOnlyList<string> stacks)
    {
        if (spec is not SourceMap map)
        {
            return spec;
        }

        var used = PackDefaults.StacksOf(map);
        foreach (var defaults in Packs.Reverse().Select(p => p.Defaults).OfType<SourceMap>())
        {
            var kept = defaults.Entries.Where(e => !stacks.Contains(e.Key.Value, StringComparer.Ordinal) || used.Contains(e.Key.Value)).ToList();
            map = PackDefaults.Over(map, new SourceMap(kept, defaults.Span));
        }

        return map;
    }

    /// <summary>What a stage of a stack has where the spec does not say: the later pack first, <c>STAGE/STACK</c> before <c>STAGE</c>, the values of rules last.</summary>
    internal SourceMap? OfStage(StageManifest manifest, string stack)
    {
        var layers = Packs.Reverse().SelectMany(p => new[] { Named(p, $"{manifest.Id}/{stack}"), Named(p, manifest.Id) })
            .Append(PackDefaults.OfRules(Packs, manifest))
            .OfType<SourceMap>()
            .Select(m => PackDefaults.ForStack(m, manifest, stack))
            .ToList();
        return layers.Count == 0 ? null : layers.Aggregate(PackDefaults.ShallowOver);
    }

    private static SourceMap? Named(Pack pack, string key) => pack.StageDefaults.GetValueOrDefault(key);
}
