using System.Text;
using System.Text.RegularExpressions;

namespace PipelineKit.Core.Pins;

/// <summary>An image of the library with the versions of tools in its tag, for example <c>ghcr.io/astral-sh/uv:{uv}-python{python}-slim</c>.</summary>
internal sealed partial class ImagePattern
{
    private readonly Regex _regex;
    private readonly string _template;

    /// <param name="template">As the data file writes it.</param>
    /// <param name="isPinned">True for ids whose version is a pin; the others are the spec's.</param>
    public ImagePattern(string template, Func<string, bool> isPinned)
    {
        var regex = new StringBuilder(@"\A");
        var at = 0;
        foreach (Match placeholder in Placeholder().Matches(template))
        {
            regex.Append(Regex.Escape(template[at..placeholder.Index]));
            var id = placeholder.Groups[1].Value;
            regex.Append(isPinned(id) ? @"([0-9]+(?:\.[0-9]+)*)" : "(?:[^:@/]+?)");
            if (isPinned(id))
            {
                Pinned.Add(id);
            }

            at = placeholder.Index + placeholder.Length;
        }

        _template = template;
        _regex = new Regex(regex.Append(Regex.Escape(template[at..])).Append(@"\z").ToString(), RegexOptions.CultureInvariant);
    }

    /// <summary>Ids of the pins in the tag, in order.</summary>
    public List<string> Pinned { get; } = [];

    /// <summary>True when the template names no version by a placeholder.</summary>
    public bool IsLiteral => !_template.Contains('{', StringComparison.Ordinal);

    /// <summary>The versions of the pins in an image without digest, and the image with them left out; null when it is another image.</summary>
    public (IReadOnlyList<string> Versions, string Remainder)? Read(string image)
    {
        var match = _regex.Match(image);
        if (!match.Success)
        {
            return null;
        }

        var rest = image;
        for (var i = Pinned.Count; i > 0; i--)
        {
            rest = $"{rest[..match.Groups[i].Index]}{{{Pinned[i - 1]}}}{rest[(match.Groups[i].Index + match.Groups[i].Length)..]}";
        }

        return ([.. Enumerable.Range(1, Pinned.Count).Select(i => match.Groups[i].Value)], rest);
    }

    [GeneratedRegex(@"\{([a-z0-9-]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
