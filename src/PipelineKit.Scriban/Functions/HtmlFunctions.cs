using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Text;

namespace Scriban.Functions;

/// <summary>The <c>html</c> functions (built-in functions, "html").</summary>
internal static class HtmlFunctions
{
    private const string KeptInUrls = "-._~;/?:@&=+$,#[]!'()*";

    public static FrozenDictionary<string, object> All { get; } = BuiltinNamespace.Share(
    [
        new("strip", "text", static (in a) => a.TextOrNull(0) is { } text ? HtmlStripper.Strip(text) : null),
        new("escape", "text", static (in a) => a.TextOrNull(0) is { } text ? a.Limited(WebUtility.HtmlEncode(text)) : null),
        new("newline_to_br", "text", static (in a) => a.TextOrNull(0) is { } text ? a.Limited(BreakLines(text)) : null),
        new("url_encode", "text", static (in a) => a.TextOrNull(0) is { } text ? a.Limited(Uri.EscapeDataString(text)) : null),
        new("url_escape", "text", static (in a) => a.TextOrNull(0) is { } text ? a.Limited(EscapeUrl(text)) : null),
    ]);

    private static string BreakLines(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\r' || (text[i] == '\n' && (i == 0 || text[i - 1] != '\r')))
            {
                result.Append("<br />");
            }

            result.Append(text[i]);
        }

        return result.ToString();
    }

    /// <summary>Escapes what may not stand in a URL; characters that separate its parts are kept.</summary>
    private static string EscapeUrl(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            var c = (char)octet;
            if (char.IsAsciiLetterOrDigit(c) || KeptInUrls.Contains(c, StringComparison.Ordinal))
            {
                result.Append(c);
            }
            else
            {
                result.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
            }
        }

        return result.ToString();
    }
}
