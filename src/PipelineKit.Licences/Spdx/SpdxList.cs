using PipelineKit.Licences.Data;

namespace PipelineKit.Licences.Spdx;

/// <summary>
/// The SPDX licence list (https://spdx.org/licenses/) with its exceptions. Identifiers are compared without case,
/// as SPDX 2.3, annex D.2 says.
/// </summary>
public static class SpdxList
{
    private static readonly Lazy<Dictionary<string, SpdxLicence>> Licences = new(ReadLicences);
    private static readonly Lazy<Dictionary<string, string>> ExceptionIds = new(ReadExceptions);
    private static readonly Lazy<Dictionary<string, string>> Replacements = new(ReadReplacements);

    /// <summary>Packages and versions the data was made from.</summary>
    public static string Source => DataFile.Text("spdx-licences").Split('\n', 2)[0].TrimStart('#', ' ');

    /// <summary>All licences, in ordinal order of their identifiers.</summary>
    public static IReadOnlyCollection<SpdxLicence> All => Licences.Value.Values;

    /// <summary>All exception identifiers, in ordinal order.</summary>
    public static IReadOnlyCollection<string> Exceptions => ExceptionIds.Value.Values;

    /// <summary>The licence of an identifier, in any case of letters; null if the list has none.</summary>
    public static SpdxLicence? Find(string id) => Licences.Value.GetValueOrDefault(id);

    /// <summary>The exception identifier in the list's spelling; null if the list has none.</summary>
    public static string? FindException(string id) => ExceptionIds.Value.GetValueOrDefault(id);

    /// <summary>The expression that replaces a deprecated identifier; null if there is no single one.</summary>
    public static string? Replacement(string id) => Replacements.Value.GetValueOrDefault(id);

    private static Dictionary<string, SpdxLicence> ReadLicences()
    {
        var licences = new Dictionary<string, SpdxLicence>(1024, StringComparer.OrdinalIgnoreCase);
        foreach (var line in DataFile.Lines("spdx-licences"))
        {
            var first = line.IndexOf('\t', StringComparison.Ordinal);
            var second = line.IndexOf('\t', first + 1);
            var flags = line.AsSpan(first + 1, second - first - 1);
            licences[line[..first]] = new(line[..first], line[(second + 1)..], flags.Contains('d'), flags.Contains('o'), flags.Contains('c'));
        }

        return licences;
    }

    private static Dictionary<string, string> ReadExceptions()
    {
        var exceptions = new Dictionary<string, string>(128, StringComparer.OrdinalIgnoreCase);
        foreach (var (id, _) in DataFile.Pairs("spdx-exceptions"))
        {
            exceptions[id] = id;
        }

        return exceptions;
    }

    private static Dictionary<string, string> ReadReplacements() =>
        DataFile.Pairs("deprecated").ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
}
