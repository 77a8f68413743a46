using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace PipelineKit.Core.Stages.Rendering.Functions;

/// <summary>The library's <c>include</c>; what a partial writes was escaped while it ran and is not escaped again.</summary>
internal sealed class IncludeFunction : IScriptCustomFunction
{
    private readonly Scriban.Functions.IncludeFunction _include = new();

    /// <summary>The one instance; it has no state.</summary>
    public static IncludeFunction Instance { get; } = new();

    /// <inheritdoc/>
    public int RequiredParameterCount => _include.RequiredParameterCount;

    /// <inheritdoc/>
    public int ParameterCount => _include.ParameterCount;

    /// <inheritdoc/>
    public ScriptVarParamKind VarParamKind => _include.VarParamKind;

    /// <inheritdoc/>
    public Type ReturnType => typeof(object);

    /// <inheritdoc/>
    public ScriptParameterInfo GetParameterInfo(int index) => _include.GetParameterInfo(index);

    /// <inheritdoc/>
    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        new RawText(_include.Invoke(context, callerContext, arguments, blockStatement)?.ToString() ?? "", IsValue: false);

    /// <inheritdoc/>
    public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));
}
