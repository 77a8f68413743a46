using PipelineKit.Licences.Data;
using PipelineKit.Licences.Spdx;

namespace PipelineKit.Licences.Policies;

/// <summary>The versions that "or later" lets one choose from; the data stands in <c>ranges.txt</c>.</summary>
internal static class VersionRanges
{
    private static readonly Lazy<Dictionary<string, string[]>> Later = new(Read);

    /// <summary>
    /// The exact versions that a term with "or later" offers, oldest first; null if the term names one version only.
    /// A licence without listed versions offers itself.
    /// </summary>
    public static IReadOnlyList<LicenceTerm>? Versions(LicenceTerm term)
    {
        const string Ending = "-or-later";
        var named = term.Id.EndsWith(Ending, StringComparison.Ordinal);
        if (!named && !term.OrLater)
        {
            return null;
        }

        var first = named ? term.Id[..^Ending.Length] + "-only" : term.Id;
        if (Later.Value.TryGetValue(first, out var ids))
        {
            return [.. ids.Select(id => new LicenceTerm(id, false, term.Exception))];
        }

        return term.OrLater ? [term with { OrLater = false }] : null;
    }

    private static Dictionary<string, string[]> Read()
    {
        var later = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var line in DataFile.Lines("ranges"))
        {
            var ids = line.Split(' ');
            for (var at = 0; at < ids.Length; at++)
            {
                later[ids[at]] = ids[at..];
            }
        }

        return later;
    }
}
