using Scriban.Functions;
using Scriban.Runtime;
using IncludeFunction = PipelineKit.Core.Stages.Rendering.Functions.IncludeFunction;

namespace PipelineKit.Core.Stages.Rendering;

/// <summary>
/// The functions of the library that templates see, shared by all renders and read-only. Left out are clocks, random numbers, evaluation of
/// texts, JSON, HTML and every function whose result can be far larger than what it is given.
/// </summary>
internal static class BuiltInFunctions
{
    // The library looks its functions up by reflection, which most templates need not wait for: a group is made when a template names it.
    private static readonly (string Name, Lazy<ScriptObject> Functions)[] Groups =
    [
        ("string", new(() => Group(
            new StringFunctions(),
            "capitalize", "contains", "downcase", "empty", "ends_with", "index_of", "lstrip", "remove", "remove_first", "remove_last", "rstrip", "size", "slice",
            "split", "starts_with", "strip", "strip_newlines", "to_int", "truncate", "upcase", "whitespace"))),
        ("array", new(() => Group(
            new ArrayFunctions(),
            "add", "add_range", "any", "compact", "concat", "contains", "filter", "first", "last", "limit", "map", "offset", "reverse", "size", "sort", "uniq"))),
        ("object", new(() => Group(new ObjectFunctions(), "default", "has_key", "has_value", "keys", "kind", "size", "typeof", "values"))),
        ("math", new(() => Group(new MathFunctions(), "abs", "ceil", "divided_by", "floor", "is_number", "minus", "modulo", "plus", "round"))),
        ("regex", new(() => Group(new RegexFunctions(), "escape", "match"))),
    ];

    /// <summary>Names of the groups.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Groups.Select(g => g.Name)];

    /// <summary>The functions by group, for the linter and the reference.</summary>
    public static ScriptObject Chosen => Sealed(Groups.Select(g => KeyValuePair.Create<string, object?>(g.Name, g.Functions.Value)));

    /// <summary>The same with the functions of our own: everything that is there in every template.</summary>
    public static ScriptObject All { get; } = Sealed(
    [
        .. Groups.Select(g => KeyValuePair.Create<string, object?>(g.Name, new ScriptLazy<ScriptObject>(() => g.Functions.Value))),
        .. TemplateFunctions.General.Select(f => KeyValuePair.Create<string, object?>(f.Name, f)),
        new("include", IncludeFunction.Instance),
    ]);

    private static ScriptObject Group(ScriptObject all, params IReadOnlyList<string> names) =>
        Sealed(names.Select(name => KeyValuePair.Create<string, object?>(name, all[name] ?? throw new InvalidOperationException($"the library has no {name}"))));

    private static ScriptObject Sealed(IEnumerable<KeyValuePair<string, object?>> members)
    {
        var result = new ScriptObject();
        foreach (var (name, value) in members)
        {
            result.SetValue(name, value, readOnly: true);
        }

        result.IsReadOnly = true;
        return result;
    }
}
