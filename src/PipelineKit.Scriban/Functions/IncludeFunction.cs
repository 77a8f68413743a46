using System.Text;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary><c>include</c> and <c>include_join</c> (language reference, 9.11): render another template into a string.</summary>
internal sealed class IncludeFunction(bool isJoin) : Callable
{
    private const string TemplatePrefix = "tpl:";

    private static readonly Identifier Arguments = new("$");

    public static IncludeFunction Single { get; } = new(isJoin: false);

    public static IncludeFunction Joined { get; } = new(isJoin: true);

    public override object? Call(TemplateContext context, in CallSite site)
    {
        var required = isJoin ? 2 : 1;
        if (site.Count < required)
        {
            throw site.WrongCount(site.Caller.SpanAfter, site.Count, required);
        }

        var arguments = Invoker.ToArray(context, site);
        return isJoin
            ? Join(context, site.Caller, arguments)
            : Render(context, site.Caller, context.ObjectToString(arguments[0]), arguments);
    }

    private static string Join(TemplateContext context, ScriptNode caller, ScriptArray arguments)
    {
        var text = new StringBuilder();
        var first = true;
        foreach (var name in Evaluation.ListOperators.Copy(context, caller.Span, arguments[0]).Items)
        {
            text.Append(first ? "" : Delimiter(context, caller, arguments[1], arguments));
            first = false;
            text.Append(Render(context, caller, context.ObjectToString(name), arguments));
            context.CheckLength(caller.Span, text.Length);
        }

        if (text.Length > 0)
        {
            text.Insert(0, Delimiter(context, caller, arguments[2], arguments));
            text.Append(Delimiter(context, caller, arguments[3], arguments));
            context.CheckLength(caller.Span, text.Length);
        }

        return text.ToString();
    }

    /// <summary>A delimiter is plain text, or with <c>tpl:</c> the name of a template.</summary>
    private static string Delimiter(TemplateContext context, ScriptNode caller, object? value, ScriptArray arguments)
    {
        var text = context.ObjectToString(value);
        return text.StartsWith(TemplatePrefix, StringComparison.Ordinal)
            ? Render(context, caller, text[TemplatePrefix.Length..], arguments)
            : text;
    }

    private static string Render(TemplateContext context, ScriptNode caller, string name, ScriptArray arguments)
    {
        var template = context.LoadTemplate(caller, name);
        context.EnterRecursion(caller);
        var (indent, locals, block) = (context.CurrentIndent, context.Locals, context.WrapBlock);
        context.CurrentIndent = null;
        context.Locals = CreateLocals(arguments);
        context.PushOutput(out var outer);
        template.Page!.Render(context);
        var text = context.PopOutput(outer);
        context.Locals = locals;
        context.CurrentIndent = indent;
        context.WrapBlock = block;
        context.ExitRecursion();
        return text;
    }

    /// <summary>The arguments as <c>$</c>; named ones also under their own names.</summary>
    private static ScriptObject CreateLocals(ScriptArray arguments)
    {
        var locals = new ScriptObject();
        locals.TrySetMember(Arguments.Text, Arguments.Hash, arguments);
        foreach (var (name, value) in arguments.PropertiesOrNull ?? new ScriptObject())
        {
            locals["$" + name] = value;
        }

        return locals;
    }
}
