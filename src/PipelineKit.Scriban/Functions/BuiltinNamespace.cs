using System.Collections.Frozen;
using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>
/// A namespace of built-in functions. The functions are shared by all contexts; what a template writes into the
/// namespace stays in its own context.
/// </summary>
internal sealed class BuiltinNamespace(FrozenDictionary<string, object> shared) : ScriptObject
{
    public override int Count => GetMembers().Count();

    public override IEnumerable<string> GetMembers() => base.GetMembers().Union(shared.Keys.Order(StringComparer.Ordinal));

    internal override bool TryGetMember(string name, int hash, out object? value) =>
        base.TryGetMember(name, hash, out value) || shared.TryGetValue(name, out value);

    /// <summary>Creates the table that contexts share.</summary>
    public static FrozenDictionary<string, object> Share(IEnumerable<BuiltinFunction> functions) =>
        functions.ToFrozenDictionary(static function => function.Name, static object (function) => function, StringComparer.Ordinal);
}
