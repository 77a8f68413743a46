using Scriban.Evaluation;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary>A function that a template defined (language reference, section 7).</summary>
internal sealed class ScriptFunction(FunctionDefinition definition) : Callable
{
    private static readonly Identifier Arguments = new("$");

    public override object? Call(TemplateContext context, in CallSite site)
    {
        var scope = definition.Parameters is null ? context.ParameterScope : Bind(context, site);
        context.EnterRecursion(site.Caller);
        var (outerScope, outerLocals, outerBlock) = (context.ParameterScope, context.Locals, context.WrapBlock);
        context.ParameterScope = scope;
        context.Locals = CreateLocals(context, site);
        context.WrapBlock = site.Block;
        var result = Run(context);
        context.ParameterScope = outerScope;
        context.Locals = outerLocals;
        context.WrapBlock = outerBlock;
        context.ExitRecursion();
        return result;
    }

    private object? Run(TemplateContext context)
    {
        if (definition.Result is { } expression)
        {
            return expression.Evaluate(context);
        }

        definition.Body!.Execute(context);
        var result = context.Flow == FlowState.Return ? context.ReturnValue : null;
        context.Flow = FlowState.None;
        context.ReturnValue = null;
        return result;
    }

    private ScriptObject? CreateLocals(TemplateContext context, in CallSite site)
    {
        if (!definition.UsesArguments && !definition.IsLocal)
        {
            return null;
        }

        var locals = new ScriptObject();
        if (definition.UsesArguments)
        {
            locals.TrySetMember(Arguments.Text, Arguments.Hash, ToArray(context, site));
        }

        if (definition.IsLocal)
        {
            locals.TrySetMember(definition.Name!.Text, definition.Name.Hash, this);
        }

        return locals;
    }

    /// <summary>The value of <c>$</c>; what a variable parameter takes is an array of its own in it.</summary>
    private ScriptArray ToArray(TemplateContext context, in CallSite site)
    {
        var arguments = Invoker.ToArray(context, site);
        if (!definition.HasRest)
        {
            return arguments;
        }

        var plain = Math.Min(definition.Parameters!.Length - 1, arguments.Count);
        return new ScriptArray(arguments.Items[..plain]) { new ScriptArray(arguments.Items[plain..]) };
    }

    /// <summary>Creates the scope of a parametric function and checks the number of arguments.</summary>
    private ScriptObject Bind(TemplateContext context, in CallSite site)
    {
        var parameters = definition.Parameters!;
        var plain = definition.HasRest ? parameters.Length - 1 : parameters.Length;
        var scope = new ScriptObject();
        var values = context.ValuesFrom(site.Base)[..site.Count];
        if (site.Count > plain && !definition.HasRest)
        {
            throw site.WrongCount(site.SpanOf(plain), site.Count + (site.Named?.Length ?? 0), parameters.Length);
        }

        for (var i = 0; i < Math.Min(plain, values.Length); i++)
        {
            scope.TrySetMember(parameters[i].Id.Text, parameters[i].Id.Hash, values[i]);
        }

        var rest = definition.HasRest ? new ScriptArray(values.Length > plain ? values[plain..] : []) : null;
        BindNamed(site, scope, rest);
        FillDefaults(site, scope, plain);
        if (rest is not null)
        {
            scope.TrySetMember(parameters[plain].Id.Text, parameters[plain].Id.Hash, rest);
        }

        return scope;
    }

    private void BindNamed(in CallSite site, ScriptObject scope, ScriptArray? rest)
    {
        foreach (var named in site.Named ?? [])
        {
            var parameter = Array.Find(definition.Parameters!, p => p.Id.Text == named.Name) ?? throw site.UnknownName(named);
            if (rest is not null && parameter == definition.Parameters![^1])
            {
                rest.Add(named.Value);
            }
            else
            {
                scope.TrySetMember(parameter.Id.Text, parameter.Id.Hash, named.Value);
            }
        }
    }

    private void FillDefaults(in CallSite site, ScriptObject scope, int plain)
    {
        for (var i = 0; i < plain; i++)
        {
            var parameter = definition.Parameters![i];
            if (scope.TryGetMember(parameter.Id.Text, parameter.Id.Hash, out _))
            {
                continue;
            }

            if (parameter.Default is null)
            {
                throw site.WrongCount(site.Caller.SpanAfter, site.Count + (site.Named?.Length ?? 0), definition.Required);
            }

            scope.TrySetMember(parameter.Id.Text, parameter.Id.Hash, parameter.Default.Value);
        }
    }
}
