namespace PipelineKit.Licences.Reading;

/// <summary>Makes one package of those that several places name.</summary>
internal static class PackageMerger
{
    /// <summary>
    /// One package per package URL, sorted. It is direct if it is anywhere, for development if it is everywhere; the first
    /// place that says something of the licence counts, and the shortest way, production first.
    /// </summary>
    public static List<LicencePackage> Merge(IReadOnlyCollection<LicencePackage> packages)
    {
        var merged = new Dictionary<string, LicencePackage>(packages.Count, StringComparer.Ordinal);
        foreach (var package in packages)
        {
            merged[package.Purl] = merged.TryGetValue(package.Purl, out var known) ? Merge(known, package) : package;
        }

        var sorted = merged.Values.ToList();
        sorted.Sort(Compare);
        return sorted;
    }

    private static LicencePackage Merge(LicencePackage known, LicencePackage other)
    {
        var (first, second) = (known.Declared.IsEmpty && !other.Declared.IsEmpty) ? (other, known) : (known, other);
        return first with
        {
            Direct = first.Direct || second.Direct,
            Development = first.Development && second.Development,
            Path = IsBetterPath(second, first) ? second.Path : first.Path,
            Folder = first.Folder ?? second.Folder,
        };
    }

    private static bool IsBetterPath(LicencePackage other, LicencePackage known) =>
        other.Path.Length > 0
        && (known.Path.Length == 0
            || (!other.Development && known.Development)
            || (other.Development == known.Development && other.Path.Length < known.Path.Length));

    private static int Compare(LicencePackage left, LicencePackage right)
    {
        var order = left.Ecosystem.CompareTo(right.Ecosystem);
        order = order != 0 ? order : string.CompareOrdinal(left.Name, right.Name);
        order = order != 0 ? order : string.CompareOrdinal(left.Version, right.Version);
        return order != 0 ? order : string.CompareOrdinal(left.Purl, right.Purl);
    }
}
