using System.Text.RegularExpressions;
using PipelineKit.Core.Model;
using PipelineKit.Core.Spec.Text;

namespace PipelineKit.Core.Pins;

/// <summary>The forms that pins have in specs, data files, the lock file and generated files. Everything that is read back passes here.</summary>
public static partial class PinText
{
    /// <summary>What a value must look like, for messages.</summary>
    public static string Form(PinKind kind) => kind switch
    {
        PinKind.Action => "TAG@COMMIT with the full commit of 40 hexadecimal digits, for example v7.0.1@3d3c42e5aac5ba805825da76410c181273ba90b1",
        PinKind.Tool => "one exact version, for example 1.4.2",
        _ => "a tag with a version, a digest (@sha256:…), or both (TAG@sha256:…)",
    };

    /// <summary>The kind that an entry of <c>pins:</c> is meant as, told by its key and, for images without a tag, by what the library knows.</summary>
    public static PinKind KindOf(string id, string value, Func<string, bool> isImage) =>
        id.Contains(':', StringComparison.Ordinal) || value.Contains("@sha256:", StringComparison.Ordinal) || isImage(id) ? PinKind.Image
        : id.Contains('/', StringComparison.Ordinal) ? PinKind.Action
        : PinKind.Tool;

    /// <summary>True for an id that may stand in front of a value of its kind.</summary>
    public static bool IsId(PinKind kind, string id) => kind switch
    {
        PinKind.Action => Action().IsMatch(id) && !id.Contains("..", StringComparison.Ordinal),
        PinKind.Tool => Tool().IsMatch(id),
        _ => Image().IsMatch(id),
    };

    /// <summary>True for a value of the form that its kind must have.</summary>
    public static bool IsValue(PinKind kind, string value) => kind switch
    {
        PinKind.Action => Commit().IsMatch(value),
        PinKind.Tool => VersionRange.IsExact(value),
        _ => Digest().IsMatch(value),
    };

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9-]{0,38}(/[A-Za-z0-9._-]{1,100}){1,4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Action();

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.-]{0,80}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Tool();

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9._-]*(:[0-9]{1,5}(?=/))?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9._-]{0,127})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Image();

    [GeneratedRegex(@"\A(?=[^@]*[0-9])[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@[0-9a-f]{40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Commit();

    [GeneratedRegex(@"\A(?=.)((?=[^@]*[0-9])[A-Za-z0-9_][A-Za-z0-9._-]{0,127})?(@sha256:[0-9a-f]{64})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Digest();
}
