namespace PipelineKit.Core.Spec.Text;

/// <summary>Names of container images: registry, path, tag, digest (distribution specification, "Pulling manifests").</summary>
internal static class ImageName
{
    /// <summary>Why a name may not be used, as a predicate behind the name, or null. A tag without a digit names no version.</summary>
    public static string? Problem(string image)
    {
        if (!IsName(image))
        {
            return "is no name of an image";
        }

        var at = image.IndexOf('@', StringComparison.Ordinal);
        if (at >= 0)
        {
            return IsDigest(image[(at + 1)..]) ? null : "has a digest that is not sha256 and 64 hexadecimal digits";
        }

        var slash = image.LastIndexOf('/');
        var colon = image.IndexOf(':', slash + 1);
        if (colon < 0)
        {
            return "has no tag, which means latest";
        }

        var tag = image[(colon + 1)..];
        return tag.Any(char.IsAsciiDigit) && !tag.StartsWith("latest", StringComparison.OrdinalIgnoreCase) ? null : "has a tag that names no version";
    }

    /// <summary>True when a text has only characters of names of images, where they may stand; says nothing of its tag.</summary>
    public static bool IsName(string image) =>
        image.Length is > 0 and <= 255 && image[0] is not ('/' or ':' or '@') && image.All(c => char.IsAsciiLetterOrDigit(c) || "._-/:@+".Contains(c, StringComparison.Ordinal));

    /// <summary>True for a registry with an optional path, without scheme, tag or final slash.</summary>
    public static bool IsPrefix(string prefix) =>
        prefix.Length is > 0 and <= 200 && !prefix.Contains("//", StringComparison.Ordinal) && prefix[0] != '/' && prefix[^1] is not ('/' or ':')
        && prefix.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '/' or ':');

    private static bool IsDigest(string digest) =>
        digest.StartsWith("sha256:", StringComparison.Ordinal) && digest.Length == 71 && digest.Skip(7).All(char.IsAsciiHexDigitLower);
}
