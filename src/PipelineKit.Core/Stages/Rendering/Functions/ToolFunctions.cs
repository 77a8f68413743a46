using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages.Recipes;
using Scriban.Runtime;

namespace PipelineKit.Core.Stages.Rendering.Functions;

/// <summary>The tool at hand: its argument list begins as the package manager runs it.</summary>
internal sealed class ToolFunction(string name, ResolvedTool? tool)
    : TemplateFunction(name, $"{name} args…", "The argument list of the tool at hand: how the package manager runs it, then the arguments, with the `guards` of its data file.", required: 0)
{
    protected override object Call(ScriptArray arguments, FunctionCall call)
    {
        var given = call.Arguments(arguments);
        var guards = tool!.Recipe.Guards;
        IEnumerable<object?> guarded = given.Count > 0 && given[0] is string command && guards.TryGetValue(command, out var own)
            ? given.Take(1).Concat(own).Concat(given.Skip(1))
            : guards.TryGetValue("any", out var all) ? all.Concat(given) : given;
        return call.Arguments(tool.Prefix(tool.Facts).Concat(guarded));
    }
}

/// <summary>Another program of the tool's package.</summary>
internal sealed class CompanionFunction(ResolvedTool? tool)
    : TemplateFunction("companion", "companion program args…", "The same for another program of the tool's package.", required: 1)
{
    protected override object Call(ScriptArray arguments, FunctionCall call)
    {
        var program = call.Text(arguments[0]);
        return call.Arguments(tool!.Prefix(tool.Facts with { Program = program, Module = program }).Concat(arguments.Skip(1)));
    }
}

/// <summary>A condition without which a tool cannot work.</summary>
internal sealed class RequireFunction(ResolvedTool? tool, DiagnosticBag? diagnostics) : TemplateFunction(
    "require", "require condition message", "If the condition does not hold, an error with the message where the spec asks for the tool.", required: 2, most: 2)
{
    protected override object Call(ScriptArray arguments, FunctionCall call)
    {
        if (!call.Context.ToBool(call.Span, arguments[0]))
        {
            diagnostics!.Add(
                StageDiagnostics.ToolUnavailable, tool!.Span, $"the tool \"{tool.Recipe.Id}\" cannot be used here: {call.Text(arguments[1])}");
        }

        return new RawText("", IsValue: false);
    }
}

/// <summary>A version of the table of pins.</summary>
internal sealed class PinFunction(Func<string, string?>? pinned)
    : TemplateFunction("pin", "pin id", "The pinned version of another tool: `pin \"reportgenerator\"`.", required: 1, most: 1)
{
    protected override object Call(ScriptArray arguments, FunctionCall call)
    {
        var id = call.Text(arguments[0]);
        return pinned!(id) ?? throw call.Error($"there is no pin \"{id}\"");
    }
}
