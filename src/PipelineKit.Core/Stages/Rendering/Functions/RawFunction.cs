using Scriban.Runtime;

namespace PipelineKit.Core.Stages.Rendering.Functions;

/// <summary>The marked exception from escaping.</summary>
internal sealed class RawFunction()
    : TemplateFunction("raw", "value | raw", "The text as it is, without quotes; `template lint` lists every use.", required: 1, most: 1)
{
    protected override object Call(ScriptArray arguments, FunctionCall call) => new RawText(call.Text(arguments[0]), IsValue: true);
}
