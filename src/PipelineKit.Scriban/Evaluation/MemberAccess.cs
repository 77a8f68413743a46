using System.Collections;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Evaluation;

/// <summary>Reading and writing members by name (language reference, sections 5 and 6). Host types are not reflected over.</summary>
internal static class MemberAccess
{
    public static bool TryGet(TemplateContext context, SourceSpan span, object target, Identifier name, out object? value)
    {
        switch (target)
        {
            case ScriptObject known when known.TryGetMember(name.Text, name.Hash, out value):
                return true;
            case ScriptArray array when array.PropertiesOrNull is { } properties && properties.TryGetMember(name.Text, name.Hash, out value):
                return true;
            default:
                return TryGetOther(context, span, target, name.Text, out value);
        }
    }

    public static bool TryGet(TemplateContext context, SourceSpan span, object target, string name, out object? value) =>
        TryGet(context, span, target, new Identifier(name), out value);

    private static bool TryGetOther(TemplateContext context, SourceSpan span, object target, string name, out object? value)
    {
        if (name is "empty?" or "blank?")
        {
            value = Boxes.Of(IsEmpty(target));
            return true;
        }

        switch (target)
        {
            case ScriptObject:
                value = null;
                return false;
            case IScriptObject other:
                return other.TryGetValue(context, span, name, out value);
            case IDictionary<string, object?> dictionary:
                return dictionary.TryGetValue(name, out value);
            case IDictionary dictionary:
                value = dictionary.Contains(name) ? dictionary[name] : null;
                return value is not null || dictionary.Contains(name);
            default:
                return SpecialMembers.TryGet(target, name, out value);
        }
    }

    /// <summary>Writes a member; false when the value has no members that can be written, or this one is read-only.</summary>
    public static bool TrySet(TemplateContext context, SourceSpan span, object target, string name, object? value)
    {
        switch (target)
        {
            case IScriptObject known:
                return known.TrySetValue(context, span, name, value, readOnly: false);
            case ScriptArray array:
                return array.ScriptObject.TrySetValue(context, span, name, value, readOnly: false);
            case IDictionary<string, object?> { IsReadOnly: false } dictionary:
                dictionary[name] = value;
                return true;
            default:
                return false;
        }
    }

    /// <summary>Whether the value has no items, members or characters; null when that can not be asked of it.</summary>
    public static bool IsEmpty(object? value) => value switch
    {
        string text => text.Length == 0,
        ScriptObject known => known.Count == 0,
        IScriptObject other => other.Count == 0,
        ScriptArray array => array.Count == 0,
        ScriptRange range => range.Count == 0,
        ICollection collection => collection.Count == 0,
        IEnumerable items => !items.Cast<object?>().Any(),
        _ => false,
    };

    /// <summary>The members of an object in their order.</summary>
    public static IEnumerable<KeyValuePair<string, object?>> MembersOf(object value)
    {
        if (value is IScriptObject other and not ScriptObject)
        {
            return other.GetMembers().Select(name => KeyValuePair.Create(name, Member(other, name)));
        }

        return ScriptObject.MembersOf(value);
    }

    private static object? Member(IScriptObject target, string name) =>
        target.TryGetValue(new TemplateContext(), default, name, out var value) ? value : null;
}
