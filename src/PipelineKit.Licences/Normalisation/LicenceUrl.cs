using PipelineKit.Licences.Spdx;

namespace PipelineKit.Licences.Normalisation;

/// <summary>Addresses that carry the licence in themselves.</summary>
internal static class LicenceUrl
{
    private static readonly string[] Prefixes =
        ["licenses.nuget.org/", "spdx.org/licenses/", "www.spdx.org/licenses/", "opensource.org/licenses/", "opensource.org/license/",
         "www.opensource.org/licenses/", "choosealicense.com/licenses/"];

    /// <summary>The address without <c>http(s)://</c>, fragment and closing slash.</summary>
    public static string WithoutScheme(string url)
    {
        var bare = url.Trim();
        foreach (var scheme in (string[])["https://", "http://"])
        {
            if (bare.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                bare = bare[scheme.Length..];
            }
        }

        var fragment = bare.IndexOf('#', StringComparison.Ordinal);
        return (fragment < 0 ? bare : bare[..fragment]).TrimEnd('/');
    }

    /// <summary>The licence of an address of NuGet, SPDX, the Open Source Initiative or choosealicense.com.</summary>
    public static NameMeaning? ReadByRule(string bare)
    {
        foreach (var prefix in Prefixes)
        {
            if (bare.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return Name(Uri.UnescapeDataString(bare[prefix.Length..]));
            }
        }

        return null;
    }

    private static NameMeaning? Name(string name)
    {
        foreach (var ending in (string[])[".html", ".txt", ".php", ".json"])
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                name = name[..^ending.Length];
            }
        }

        return ExpressionParser.Parse(name).Expression is { } expression ? new NameMeaning(expression, false, null) : null;
    }
}
