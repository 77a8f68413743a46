using System.Globalization;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Packs;

/// <summary>Lays a spec over the defaults of packs. Every value keeps the place that it was read from, so that messages and <c>explain</c> name it.</summary>
internal static class PackDefaults
{
    /// <summary>The stage that the rule <c>allow</c> is about.</summary>
    public const string LicenceStage = "licence-check";

    /// <summary>Mappings are laid over each other key by key; every other value is taken as a whole.</summary>
    public static SourceMap Over(SourceMap upper, SourceMap lower) => new(
        [
            .. upper.Entries.Select(e => e.Value is SourceMap own && lower.Find(e.Key.Value)?.Value is SourceMap below ? new SourceEntry(e.Key, Over(own, below)) : e),
            .. lower.Entries.Where(e => upper.Find(e.Key.Value) is null),
        ],
        upper.Span);

    /// <summary>Keys of the upper, then those that only the lower has.</summary>
    public static SourceMap ShallowOver(SourceMap upper, SourceMap lower) =>
        new([.. upper.Entries, .. lower.Entries.Where(e => upper.Find(e.Key.Value) is null)], upper.Span);

    /// <summary>Stacks that a spec names.</summary>
    public static HashSet<string> StacksOf(SourceMap spec)
    {
        var projects = (spec.Find("projects")?.Value as SourceList)?.Items.OfType<SourceMap>() ?? [];
        return projects.Prepend(spec).Select(m => (m.Find("stack")?.Value as SourceScalar)?.Value).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The defaults that mean something beside the keys of a spec: its <c>tool</c> stands for <c>tools</c>, and the other way round.</summary>
    public static SourceMap Beside(SourceMap? keys, SourceMap defaults) => keys?.Find("tool") is null && keys?.Find("tools") is null
        ? defaults
        : new([.. defaults.Entries.Where(e => e.Key.Value is not ("tool" or "tools"))], defaults.Span);

    /// <summary>A default for every stack leaves out what a stack does not know.</summary>
    public static SourceMap ForStack(SourceMap keys, StageManifest manifest, string stack) => new(
        [.. keys.Entries.Where(e => manifest.Inputs.FirstOrDefault(i => i.Name == e.Key.Value) is not { Stacks.Count: > 0 } input || input.Stacks.Contains(stack, StringComparer.Ordinal))],
        keys.Span);

    /// <summary>The value of a rule is the default of what it is about, the strictest where several packs say one. That of <c>fail-on</c> depends on the tools and is filled in later.</summary>
    public static SourceMap? OfRules(IReadOnlyList<Pack> packs, StageManifest manifest)
    {
        var entries = new List<SourceEntry>();
        if (packs.Select(p => p.Rules.Minimum.GetValueOrDefault(manifest.Id)).OfType<Spanned<double>>().MaxBy(m => m.Value) is { } minimum && manifest.Inputs.Any(i => i.Name == "minimum"))
        {
            entries.Add(new(new("minimum", false, minimum.Span), new SourceScalar(minimum.Value.ToString(CultureInfo.InvariantCulture), false, minimum.Span)));
        }

        var allowed = manifest.Id == LicenceStage ? packs.Select(p => p.Rules.Allow).OfType<Spanned<IReadOnlyList<string>>>().ToList() : [];
        if (allowed.Count > 0)
        {
            var (all, span) = (allowed.Select(a => a.Value.AsEnumerable()).Aggregate((one, other) => one.Intersect(other, StringComparer.Ordinal)), allowed[^1].Span);
            entries.Add(new(new("allow", false, span), new SourceList([.. all.Select(l => new SourceScalar(l, true, span))], span)));
        }

        return entries.Count == 0 ? null : new SourceMap(entries, entries[0].Value.Span);
    }
}
