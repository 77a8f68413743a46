using System.Text;

namespace PipelineKit.Licences.Data;

/// <summary>The data files that travel inside the assembly.</summary>
internal static class DataFile
{
    /// <summary>The lines of a table, without comments and empty lines.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(Open(name), Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }

    /// <summary>The tab-separated pairs of a table.</summary>
    public static IEnumerable<(string Key, string Value)> Pairs(string name)
    {
        foreach (var line in Lines(name))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            yield return (line[..tab], line[(tab + 1)..]);
        }
    }

    /// <summary>A whole file, comments included.</summary>
    public static string Text(string name)
    {
        using var reader = new StreamReader(Open(name), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>The identifiers whose licence text is embedded.</summary>
    public static IEnumerable<string> TextIds() =>
        typeof(DataFile).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("texts/", StringComparison.Ordinal))
            .Select(name => name["texts/".Length..])
            .Order(StringComparer.Ordinal);

    private static Stream Open(string name) =>
        typeof(DataFile).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The assembly holds no data file \"{name}\".");
}
