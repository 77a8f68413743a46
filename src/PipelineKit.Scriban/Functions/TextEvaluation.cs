using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary><c>object.eval</c> and <c>object.eval_template</c>: run text as code within the limits of the render.</summary>
internal static class TextEvaluation
{
    public static object? Evaluate(in BuiltinArguments arguments)
    {
        if (arguments[0] is not string text)
        {
            return Invoker.CallIfFunction(arguments.Context, arguments.Caller, arguments[0]);
        }

        var page = Parse(arguments, text, ScriptMode.ScriptOnly);
        var context = arguments.Context;
        var enabled = context.EnableOutput;
        context.EnableOutput = false;
        var value = Run(arguments, () => context.EvaluateBody(page));
        context.EnableOutput = enabled;
        return value;
    }

    public static object? Render(in BuiltinArguments arguments)
    {
        if (arguments[0] is not string text)
        {
            return Invoker.CallIfFunction(arguments.Context, arguments.Caller, arguments[0]);
        }

        var page = Parse(arguments, text, ScriptMode.Default);
        var context = arguments.Context;
        return Run(arguments, () =>
        {
            context.PushOutput(out var outer);
            page.Render(context);
            return context.PopOutput(outer);
        });
    }

    private static ScriptPage Parse(in BuiltinArguments arguments, string text, ScriptMode mode)
    {
        var template = Template.Parse(text, null, arguments.Context.TemplateLoaderParserOptions, new LexerOptions { Mode = mode });
        return template.Page ?? throw arguments.FailAt(0, template.Messages.ToString());
    }

    /// <summary>Errors of the code are reported at the argument that holds it.</summary>
    private static object? Run(in BuiltinArguments arguments, Func<object?> code)
    {
        arguments.Context.EnterRecursion(arguments.Caller);
        try
        {
            return code();
        }
        catch (ScriptRuntimeException error) when (error is not ScriptAbortException)
        {
            throw arguments.FailAt(0, error.Message);
        }
        finally
        {
            arguments.Context.ExitRecursion();
        }
    }
}
