using System.Text;

namespace PipelineKit.Licences.Reading;

/// <summary>Package URLs (purl specification, "Rules for each purl component").</summary>
internal static class PackageUrl
{
    public static string Npm(string name, string version) => $"pkg:npm/{Encode(name, keepSlash: true)}{At(version)}";

    public static string NuGet(string name, string version) => $"pkg:nuget/{Encode(name)}{At(version)}";

    public static string Python(string name, string version) => $"pkg:pypi/{Encode(PythonName(name))}{At(version)}";

    public static string Generic(string name, string version) => $"pkg:generic/{Encode(name)}{At(version)}";

    /// <summary>The normal form of a Python name: lower case, runs of <c>-_.</c> as one <c>-</c> (PEP 503).</summary>
    public static string PythonName(string name)
    {
        var normal = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (c is not ('-' or '_' or '.'))
            {
                normal.Append(char.ToLowerInvariant(c));
            }
            else if (normal.Length > 0 && normal[^1] != '-')
            {
                normal.Append('-');
            }
        }

        return normal.ToString();
    }

    /// <summary>Type, name and version of a package URL; null if it is none.</summary>
    public static (string Type, string Name, string Version)? Read(string purl)
    {
        if (!purl.StartsWith("pkg:", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var end = purl.AsSpan().IndexOfAny('?', '#');
        var body = (end < 0 ? purl[4..] : purl[4..end]).Trim('/');
        var slash = body.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || slash == body.Length - 1)
        {
            return null;
        }

        var at = body.LastIndexOf('@');
        var hasVersion = at > slash + 1;
        var name = Uri.UnescapeDataString(body[(slash + 1)..(hasVersion ? at : body.Length)]);
        return (body[..slash].ToLowerInvariant(), name, hasVersion ? Uri.UnescapeDataString(body[(at + 1)..]) : "");
    }

    private static string At(string version) => version.Length > 0 ? "@" + Encode(version) : "";

    private static string Encode(string text, bool keepSlash = false)
    {
        var plain = true;
        foreach (var c in text)
        {
            plain &= char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~' || (keepSlash && c == '/');
        }

        if (plain)
        {
            return text;
        }

        var encoded = Uri.EscapeDataString(text);
        return keepSlash ? encoded.Replace("%2F", "/", StringComparison.Ordinal) : encoded;
    }
}
