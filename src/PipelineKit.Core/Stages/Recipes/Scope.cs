using System.Collections;
using System.Globalization;
using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Stages.Recipes;

/// <summary>The names that placeholders of data files can ask for, and their plain values.</summary>
internal sealed class Scope
{
    private readonly Dictionary<string, object?> _values;
    private readonly Scope? _outer;
    private readonly Func<string, object?>? _lookUp;

    /// <summary>A scope of some names inside another one.</summary>
    /// <param name="values">The names, compared by ordinal; kept, not copied.</param>
    /// <param name="outer">Answers for all other names.</param>
    public Scope(Dictionary<string, object?> values, Scope? outer = null)
    {
        _values = values;
        _outer = outer;
    }

    /// <summary>A scope whose names are looked up one by one; null means that there is no such name.</summary>
    public Scope(Func<string, object?> lookUp)
    {
        (_values, _lookUp) = ([], lookUp);
    }

    /// <summary>Every name, for messages.</summary>
    public IEnumerable<string> Names => _outer is null ? _values.Keys : _values.Keys.Concat(_outer.Names);

    public bool TryGet(string name, out object? value) =>
        _values.TryGetValue(name, out value)
        || (_lookUp is not null && (value = _lookUp(name)) is not null)
        || (_outer is not null && _outer.TryGet(name, out value));

    /// <summary>The value of a name; an unknown name is PK2011.</summary>
    public object? Get(string name, SourceSpan span, DiagnosticBag diagnostics)
    {
        if (TryGet(name, out var value))
        {
            return value;
        }

        var near = NearestMatch.Find(name, Names);
        diagnostics.Add(
            StageDiagnostics.UnknownPlaceholder, span, $"nothing fills the placeholder {{{name}}}", near is null ? null : $"did you mean `{{{near}}}`?");
        return null;
    }

    public Scope With(string name, object? value) => new(new Dictionary<string, object?>(1, StringComparer.Ordinal) { [name] = value }, this);

    public bool Holds(Requirement? requirement, DiagnosticBag diagnostics) =>
        requirement is null || requirement.Text.Split('&', StringSplitOptions.TrimEntries).All(term => HoldsTerm(term, requirement.Span, diagnostics));

    /// <summary>Entries of a list, keys of a mapping, a single value as one entry, nothing for an absent value.</summary>
    public static IReadOnlyList<string> Entries(object? value) => value switch
    {
        null => [],
        string text => [text],
        IReadOnlyList<string> texts => texts,
        IReadOnlyDictionary<string, object?> map => [.. map.Keys],
        IEnumerable list => [.. list.Cast<object?>().Select(Text)],
        _ => [Text(value)],
    };

    public static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "true" : "false",
        double number => number.ToString("0.####", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"a value of type {value.GetType().Name} has no text form"),
    };

    public static bool IsTrue(object? value) => value switch
    {
        null or false => false,
        string text => text.Length > 0,
        ICollection collection => collection.Count > 0,
        IEnumerable<KeyValuePair<string, object?>> map => map.Any(),
        _ => true,
    };

    private bool HoldsTerm(string term, SourceSpan span, DiagnosticBag diagnostics)
    {
        var equals = term.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            return term.StartsWith('!') ? !IsTrue(Get(term[1..], span, diagnostics)) : IsTrue(Get(term, span, diagnostics));
        }

        var negated = equals > 0 && term[equals - 1] == '!';
        var name = term[..(negated ? equals - 1 : equals)];
        return Entries(Get(name, span, diagnostics)).Contains(term[(equals + 1)..], StringComparer.Ordinal) != negated;
    }
}
