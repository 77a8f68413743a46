using System.Collections.Frozen;

namespace Scriban.Functions;

/// <summary>The <c>string</c> functions (built-in functions, "string"). Each group of them has a file of its own.</summary>
internal static partial class StringFunctions
{
    public static FrozenDictionary<string, object> All { get; } = BuiltinNamespace.Share(
    [
        .. Joining(),
        .. Casing(),
        .. Testing(),
        .. Removing(),
        .. Slicing(),
        .. Trimming(),
        .. Parsing(),
        .. Encoding(),
    ]);
}
