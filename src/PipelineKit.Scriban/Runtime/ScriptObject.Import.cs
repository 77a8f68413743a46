using System.Collections;
using System.Text.Json;

namespace Scriban.Runtime;

/// <summary>Filling an object from host data and functions.</summary>
public partial class ScriptObject
{
    /// <summary>Creates an object from a JSON object.</summary>
    /// <param name="json">A JSON object.</param>
    /// <returns>The object; nested objects and arrays are converted too.</returns>
    /// <exception cref="ArgumentException">The element is not an object.</exception>
    public static ScriptObject From(JsonElement json)
    {
        var result = new ScriptObject();
        result.Import(json);
        return result;
    }

    /// <summary>Makes a host function callable from templates. Optional and <c>params</c> parameters work as in C#.</summary>
    /// <param name="member">Name of the function.</param>
    /// <param name="function">The function; a leading <see cref="TemplateContext"/> and
    /// <see cref="Parsing.SourceSpan"/> parameter receive the caller.</param>
    public void Import(string member, Delegate function) => SetValue(member, DelegateFunction.Create(function), readOnly: false);

    /// <summary>Copies the members of another object, a dictionary or a JSON object.</summary>
    /// <param name="other">What to copy from.</param>
    /// <exception cref="ArgumentException">The value is of another type: host types are not read by reflection.</exception>
    public void Import(object other)
    {
        foreach (var (name, value) in MembersOf(other))
        {
            this[name] = value;
        }
    }

    /// <summary>Members of a value that has names; other values are refused because reflection is not used.</summary>
    internal static IEnumerable<KeyValuePair<string, object?>> MembersOf(object other) => other switch
    {
        IEnumerable<KeyValuePair<string, object?>> members => members,
        IDictionary dictionary => dictionary.Keys.Cast<object>().Select(key => KeyValuePair.Create(key.ToString() ?? "", dictionary[key])),
        JsonElement { ValueKind: JsonValueKind.Object } json => json.EnumerateObject().Select(static p => KeyValuePair.Create(p.Name, JsonValues.ToScript(p.Value))),
        _ => throw new ArgumentException($"A {other.GetType().Name} has no members that can be imported; pass a ScriptObject, a dictionary or a JSON object.", nameof(other)),
    };
}
