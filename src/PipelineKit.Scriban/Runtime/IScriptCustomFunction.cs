using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>A host function that receives its evaluated arguments (runtime documentation, "Hyper custom functions").</summary>
public interface IScriptCustomFunction
{
    /// <summary>Calls the function.</summary>
    /// <param name="context">The evaluation.</param>
    /// <param name="callerContext">The node that calls; its span is the place of an error.</param>
    /// <param name="arguments">Positional arguments; named ones are properties of the array.</param>
    /// <param name="blockStatement">The body of a <c>wrap</c> statement, else null.</param>
    /// <returns>The result.</returns>
    object? Invoke(TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement);
}
