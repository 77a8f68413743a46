using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary>A function of the engine: it reads its arguments from the value stack.</summary>
internal abstract class Callable : IScriptCustomFunction
{
    /// <summary>Calls the function with the values from <see cref="CallSite.Base"/> to the top of the stack; the caller pops them.</summary>
    public abstract object? Call(TemplateContext context, in CallSite site);

    public object? Invoke(TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        var from = context.StackTop;
        foreach (var argument in arguments.Items)
        {
            context.PushValue(argument);
        }

        var result = Call(context, new CallSite(callerContext, from, arguments.Count, Named(arguments, callerContext), blockStatement));
        context.PopValues(from);
        return result;
    }

    private static NamedValue[]? Named(ScriptArray arguments, ScriptNode callerContext)
    {
        if (arguments.PropertiesOrNull is not { } properties)
        {
            return null;
        }

        var named = new List<NamedValue>();
        foreach (var (name, value) in properties)
        {
            named.Add(new NamedValue(name, value, callerContext));
        }

        return [.. named];
    }
}
