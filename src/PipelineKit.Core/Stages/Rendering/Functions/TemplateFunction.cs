using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace PipelineKit.Core.Stages.Rendering.Functions;

/// <summary>A function that templates call, described well enough for the reference page that is made from it.</summary>
/// <param name="name">Name.</param>
/// <param name="signature">Call, for the reference: <c>prefix text list</c>.</param>
/// <param name="summary">One line for the reference.</param>
/// <param name="required">Number of arguments that must be given.</param>
/// <param name="most">Number of arguments that can be given.</param>
internal abstract class TemplateFunction(string name, string signature, string summary, int required, int most = int.MaxValue)
    : IScriptCustomFunction
{
    /// <summary>Name.</summary>
    public string Name { get; } = name;

    /// <summary>How it is called.</summary>
    public string Signature { get; } = signature;

    /// <summary>What it gives.</summary>
    public string Summary { get; } = summary;

    /// <inheritdoc/>
    public int RequiredParameterCount { get; } = required;

    /// <inheritdoc/>
    public int ParameterCount => RequiredParameterCount;

    /// <inheritdoc/>
    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.Direct;

    /// <inheritdoc/>
    public Type ReturnType => typeof(object);

    /// <inheritdoc/>
    public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(object), "value");

    /// <inheritdoc/>
    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        arguments.Count > most
            ? throw new ScriptRuntimeException(Span(context, callerContext), $"`{Name}` takes {most} values, not {arguments.Count}: {Signature}")
            : Call(arguments, new FunctionCall(context, callerContext, Name));

    /// <inheritdoc/>
    public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));

    /// <summary>The result for some arguments.</summary>
    protected abstract object? Call(ScriptArray arguments, FunctionCall call);

    private static Scriban.Parsing.SourceSpan Span(TemplateContext context, ScriptNode? caller) => caller?.Span ?? context.CurrentSpan;
}
