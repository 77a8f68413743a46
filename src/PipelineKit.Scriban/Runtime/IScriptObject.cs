using System.Diagnostics.CodeAnalysis;
using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>An object whose members a template reads and writes by name.</summary>
public interface IScriptObject
{
    /// <summary>Number of members.</summary>
    int Count { get; }

    /// <summary>Names of the members, in the order they were added.</summary>
    /// <returns>The names.</returns>
    IEnumerable<string> GetMembers();

    /// <summary>Whether there is a member of this name.</summary>
    /// <param name="member">Name, case-sensitive.</param>
    /// <returns>True when there is one.</returns>
    bool Contains(string member);

    /// <summary>Reads a member.</summary>
    /// <param name="context">The evaluation that reads.</param>
    /// <param name="span">Where it reads.</param>
    /// <param name="member">Name, case-sensitive.</param>
    /// <param name="value">The value, or null.</param>
    /// <returns>Whether there is a member of this name.</returns>
    bool TryGetValue(TemplateContext context, SourceSpan span, string member, [MaybeNullWhen(false)] out object? value);

    /// <summary>Whether templates may change the member.</summary>
    /// <param name="member">Name, case-sensitive.</param>
    /// <returns>True when it may be changed.</returns>
    bool CanWrite(string member);

    /// <summary>Writes a member.</summary>
    /// <param name="context">The evaluation that writes.</param>
    /// <param name="span">Where it writes.</param>
    /// <param name="member">Name, case-sensitive.</param>
    /// <param name="value">The new value.</param>
    /// <param name="readOnly">Whether templates may not change it afterwards.</param>
    /// <returns>False when the member is read-only.</returns>
    bool TrySetValue(TemplateContext context, SourceSpan span, string member, object? value, bool readOnly);

    /// <summary>Removes a member.</summary>
    /// <param name="member">Name, case-sensitive.</param>
    /// <returns>Whether there was one.</returns>
    bool Remove(string member);

    /// <summary>Allows or forbids templates to change a member.</summary>
    /// <param name="member">Name, case-sensitive.</param>
    /// <param name="readOnly">True to forbid.</param>
    void SetReadOnly(string member, bool readOnly);
}
