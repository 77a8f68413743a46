using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary>Evaluates calls: the function, the arguments, then the function with them.</summary>
internal static class Invoker
{
    /// <summary>A function that is merely mentioned is called without arguments; other values are returned.</summary>
    public static object? CallIfFunction(TemplateContext context, ScriptNode caller, object? value) =>
        value is IScriptCustomFunction function ? CallWithout(context, caller, function) : value;

    public static object? Call(TemplateContext context, CallExpression call, ScriptBlockStatement? block)
    {
        TemplateContext.GuardStack(call);
        var from = context.StackTop;
        NamedValue[]? named = null;
        var next = 0;
        if (call.IsPiped)
        {
            Push(context, call.Arguments[next++], ref named);
        }

        var target = call.Target.EvaluateRaw(context);
        if (target is not IScriptCustomFunction function)
        {
            context.PopValues(from);
            return NotAFunction(context, call, target);
        }

        for (; next < call.Arguments.Length; next++)
        {
            Push(context, call.Arguments[next], ref named);
        }

        var result = Run(context, function, new CallSite(call, from, context.StackTop - from, named, block));
        context.PopValues(from);
        return result;
    }

    /// <summary>Calls a function value with one value and further ones, as <c>array.each</c> does.</summary>
    public static object? CallWith(TemplateContext context, ScriptNode caller, IScriptCustomFunction function, object? value, ReadOnlySpan<object?> more)
    {
        var from = context.StackTop;
        context.PushValue(value);
        foreach (var item in more)
        {
            context.PushValue(item);
        }

        var result = Run(context, function, new CallSite(caller, from, context.StackTop - from, null, null));
        context.PopValues(from);
        return result;
    }

    private static object? CallWithout(TemplateContext context, ScriptNode caller, IScriptCustomFunction function) =>
        Run(context, function, new CallSite(caller, context.StackTop, 0, null, null));

    private static object? Run(TemplateContext context, IScriptCustomFunction function, in CallSite site)
    {
        context.Tick(site.Caller);
        return function is Callable callable
            ? callable.Call(context, site)
            : function.Invoke(context, site.Caller, ToArray(context, site), site.Block);
    }

    /// <summary>The arguments as an array; named ones become its properties.</summary>
    public static ScriptArray ToArray(TemplateContext context, in CallSite site)
    {
        var array = new ScriptArray(context.ValuesFrom(site.Base)[..site.Count]);
        foreach (var named in site.Named ?? [])
        {
            array.ScriptObject.SetValue(named.Name, named.Value, readOnly: false);
        }

        return array;
    }

    private static void Push(TemplateContext context, ScriptExpression argument, ref NamedValue[]? named)
    {
        switch (argument)
        {
            case NamedArgument known:
                var value = new NamedValue(known.Name, known.Evaluate(context), known);
                named = named is null ? [value] : [.. named, value];
                break;
            case ExpandExpression expand when expand.Evaluate(context) is { } list:
                foreach (var item in Evaluation.ListOperators.Copy(context, expand.Span, list).Items)
                {
                    context.PushValue(item);
                }

                break;
            default:
                context.PushValue(argument.Evaluate(context));
                break;
        }
    }

    private static object? NotAFunction(TemplateContext context, CallExpression call, object? target)
    {
        if (target is null && context.EnableRelaxedFunctionAccess)
        {
            return null;
        }

        if (call.IsPiped && (target is not null || call.Arguments.Length == 1))
        {
            throw new ScriptRuntimeException(call.Target.Span, $"Pipe expression destination `{call.Target}` is not a valid function ");
        }

        throw new ScriptRuntimeException(call.Target.Span, target is null
            ? $"The function `{call.Target}` was not found"
            : $"Invalid target function `{Shown(target)}` ({context.GetTypeName(target)})");

        string Shown(object value) => value switch
        {
            bool flag => flag ? "True" : "False",
            ScriptArray => typeof(ScriptArray).FullName!,
            _ => context.ObjectToString(value),
        };
    }
}
