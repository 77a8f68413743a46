using Scriban.Evaluation;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

/// <summary>Conversions between values (language reference, sections 3 and 9.3).</summary>
public partial class TemplateContext
{
    /// <summary>A value as text, as an expression statement prints it.</summary>
    /// <param name="value">The value; null gives the empty string.</param>
    /// <param name="nested">Whether it stands inside an array or object: strings are then quoted and escaped.</param>
    /// <returns>The text, cut at <see cref="LimitToString"/>.</returns>
    /// <exception cref="ScriptRuntimeException">The structure is deeper than <see cref="ObjectRecursionLimit"/>.</exception>
    public virtual string ObjectToString(object? value, bool nested = false) => value is string text && !nested
        ? text
        : Printer.Print(this, value, nested);

    /// <summary>Whether a condition holds: everything but null, false and <c>empty</c> does.</summary>
    /// <param name="span">The condition.</param>
    /// <param name="value">Its value.</param>
    /// <returns>True when it holds.</returns>
    public virtual bool ToBool(SourceSpan span, object? value) => IsTrue(value);

    /// <summary>A value as a 32-bit integer; fractions are rounded.</summary>
    /// <param name="span">The expression.</param>
    /// <param name="value">Its value; null gives 0.</param>
    /// <returns>The integer.</returns>
    /// <exception cref="ScriptRuntimeException">The value is no number, or too large.</exception>
    public virtual int ToInt(SourceSpan span, object? value) => value is int number ? number : Conversions.ToInt(this, span, value);

    internal static bool IsTrue(object? value) => value switch
    {
        null => false,
        bool flag => flag,
        EmptyObject => false,
        _ => true,
    };

    /// <summary>The name of the type of a value, as messages print it.</summary>
    /// <param name="value">The value.</param>
    /// <returns>For example <c>int</c>, <c>string</c> or <c>array</c>; <c>null</c> for null.</returns>
    public virtual string GetTypeName(object? value) => TypeNames.Of(value);
}
