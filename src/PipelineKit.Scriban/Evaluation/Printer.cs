using System.Collections;
using System.Globalization;
using System.Text;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Evaluation;

/// <summary>Values as text: <c>[1, "a"]</c>, <c>{a: 1}</c>, numbers and dates in the current culture.</summary>
internal sealed class Printer
{
    private readonly TemplateContext _context;
    private readonly StringBuilder _text = new();
    private int _depth;

    private Printer(TemplateContext context) => _context = context;

    private bool IsFull => _context.LimitToString > 0 && _text.Length > _context.LimitToString;

    public static string Print(TemplateContext context, object? value, bool nested)
    {
        if (!nested && TryPrintSimple(context, value, out var simple))
        {
            return simple;
        }

        var printer = new Printer(context);
        printer.Append(value, nested);
        return printer.IsFull ? printer._text.ToString(0, context.LimitToString) + "..." : printer._text.ToString();
    }

    private static bool TryPrintSimple(TemplateContext context, object? value, out string text)
    {
        text = value switch
        {
            null or EmptyObject => "",
            string plain => plain,
            bool flag => flag ? "true" : "false",
            int number => number.ToString(context.CurrentCulture),
            DateTime date => Functions.DateFormatter.Format(context, date, null, context.CurrentCulture),
            DateTimeOffset date => Functions.DateFormatter.Format(context, date.DateTime, null, context.CurrentCulture),
            TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
            IScriptCustomFunction => "<function>",
            IFormattable formattable => formattable.ToString(null, context.CurrentCulture),
            IScriptObject or IEnumerable => null!,
            _ => value.ToString() ?? "",
        };
        return text is not null;
    }

    private void Append(object? value, bool nested)
    {
        switch (value)
        {
            case null:
                _text.Append(nested ? "null" : "");
                break;
            case string text when nested:
                _text.Append('"');
                Escaping.AppendEscaped(_text, text);
                _text.Append('"');
                break;
            case StringBuilderOutput output when nested:
                Append(output.ToString(), nested);
                break;
            case EmptyObject:
                break;
            case IScriptObject or IDictionary:
                Enter();
                AppendMembers(value);
                _depth--;
                break;
            default:
                AppendOther(value);
                break;
        }
    }

    private void AppendOther(object value)
    {
        if (TryPrintSimple(_context, value, out var simple))
        {
            _text.Append(simple);
            return;
        }

        Enter();
        AppendItems((IEnumerable)value);
        _depth--;
    }

    private void AppendMembers(object value)
    {
        _text.Append('{');
        var first = true;
        foreach (var (name, member) in MemberAccess.MembersOf(value))
        {
            _text.Append(first ? "" : ", ");
            first = false;
            if (Escaping.IsIdentifier(name))
            {
                _text.Append(name);
            }
            else
            {
                Append(name, nested: true);
            }

            _text.Append(": ");
            Append(member, nested: true);
            if (IsFull)
            {
                return;
            }
        }

        _text.Append('}');
    }

    private void AppendItems(IEnumerable items)
    {
        _text.Append('[');
        var first = true;
        foreach (var item in items)
        {
            _text.Append(first ? "" : ", ");
            first = false;
            Append(item, nested: true);
            if (IsFull)
            {
                return;
            }
        }

        _text.Append(']');
    }

    private void Enter()
    {
        _depth++;
        var limit = _context.ObjectRecursionLimit;
        if ((limit > 0 && _depth > limit) || !System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw TooDeep(_context);
        }
    }

    /// <summary>The error for structures that are too deep; it is reported at the start of the page.</summary>
    public static ScriptRuntimeException TooDeep(TemplateContext context)
    {
        var page = context.CurrentPage;
        var span = page?.Source is { } source ? new SourceSpan(source, 0, 1) : default;
        return new ScriptRuntimeException(span, "Structure is too deeply nested or contains reference loops.");
    }
}
