using System.Text.RegularExpressions;

namespace PipelineKit.Core.Packs;

/// <summary>The kinds of places that packs come from.</summary>
public enum PackOriginKind
{
    /// <summary>A folder, relative to the spec.</summary>
    Folder,

    /// <summary>A zip file, relative to the spec.</summary>
    Zip,

    /// <summary>A git repository (<c>git+https://…</c>, <c>git+ssh://…</c>, <c>git+file:…</c>).</summary>
    Git,

    /// <summary>A NuGet package (<c>nuget:ID</c>).</summary>
    NuGet,

    /// <summary>None of them.</summary>
    Unknown,
}

/// <summary>Where a pack comes from.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Address">Path, address without <c>git+</c>, or id of a package.</param>
public sealed partial record PackOrigin(PackOriginKind Kind, string Address)
{
    /// <summary>The forms, for messages.</summary>
    public const string Forms = "./FOLDER, FILE.zip, git+https://…, git+ssh://… or nuget:ID";

    /// <summary>Reads the text of <c>from</c>.</summary>
    public static PackOrigin Of(string from) => from switch
    {
        _ when HasStrangeText(from) => new(PackOriginKind.Unknown, from),
        _ when from.StartsWith("git+", StringComparison.Ordinal) => GitAddress().IsMatch(from[4..]) ? new(PackOriginKind.Git, from[4..]) : new(PackOriginKind.Unknown, from),
        _ when from.StartsWith("nuget:", StringComparison.Ordinal) => PackageId().IsMatch(from[6..]) ? new(PackOriginKind.NuGet, from[6..]) : new(PackOriginKind.Unknown, from),
        _ when !IsRelative(from) => new(PackOriginKind.Unknown, from),
        _ when from.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) => new(PackOriginKind.Zip, from),
        _ when from is "." or ".." || from.Contains('/', StringComparison.Ordinal) => new(PackOriginKind.Folder, from.TrimEnd('/')),
        _ => new(PackOriginKind.Unknown, from),
    };

    private static bool HasStrangeText(string text) => text.Length is 0 or > 1000 || text.Any(c => char.IsControl(c) || c is '\\' or ' ');

    private static bool IsRelative(string path) => path[0] is not ('/' or '~' or '-') && !path.Contains(':', StringComparison.Ordinal);

    // No other scheme: `ext::` of git runs a command, and an address that begins with a dash would be an option.
    [GeneratedRegex(@"\A(https://[A-Za-z0-9][^\s]*|ssh://[A-Za-z0-9_][^\s]*|file:///[^\s]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex GitAddress();

    // learn.microsoft.com/nuget/reference/nuspec#id
    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PackageId();
}
