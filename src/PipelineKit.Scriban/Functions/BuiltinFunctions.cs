using System.Collections.Frozen;
using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>The object that holds the built-in functions (built-in functions, overview). Its namespaces are created when first named.</summary>
internal sealed class BuiltinFunctions : ScriptObject
{
    private static readonly FrozenDictionary<string, Func<object>> Creators = new Dictionary<string, Func<object>>(StringComparer.Ordinal)
    {
        ["array"] = static () => new BuiltinNamespace(ArrayFunctions.All),
        ["date"] = static () => new BuiltinNamespace(DateFunctions.All) { ["format"] = DateFormatter.DefaultFormat },
        ["html"] = static () => new BuiltinNamespace(HtmlFunctions.All),
        ["math"] = static () => new BuiltinNamespace(MathFunctions.All),
        ["object"] = static () => new BuiltinNamespace(ObjectFunctions.All),
        ["regex"] = static () => new BuiltinNamespace(RegexFunctions.All),
        ["string"] = static () => new BuiltinNamespace(StringFunctions.All),
        ["timespan"] = static () => new BuiltinNamespace(TimeSpanFunctions.All),
        ["include"] = static () => IncludeFunction.Single,
        ["include_join"] = static () => IncludeFunction.Joined,
        ["empty"] = static () => EmptyObject.Instance,
        ["blank"] = static () => EmptyObject.Instance,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public override IEnumerable<string> GetMembers() => base.GetMembers().Union(Creators.Keys.Order(StringComparer.Ordinal));

    public override int Count => GetMembers().Count();

    /// <summary>The format that the template set for dates; null when it did not name the namespace.</summary>
    public string? DateFormat =>
        base.TryGetMember("date", MemberTable.HashOf("date"), out var date) && date is ScriptObject known ? known["format"] as string : null;

    internal override bool TryGetMember(string name, int hash, out object? value)
    {
        if (base.TryGetMember(name, hash, out value))
        {
            return true;
        }

        if (!Creators.TryGetValue(name, out var create))
        {
            return false;
        }

        value = create();
        TrySetMember(name, hash, value);
        return true;
    }
}
