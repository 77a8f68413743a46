using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Stages.Linting.Checks;

/// <summary>Every input of the manifest changes something: a template of the stage reads it, or a tool that serves the stage.</summary>
internal sealed class UnusedInputCheck : ITemplateCheck
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK2604", "An input that nothing uses", Severity.Warning);

    public void Check(LintedStage stage, CheckContext context)
    {
        if (stage.Manifest is not { } manifest || !stage.IsWhole)
        {
            return;
        }

        var use = new InputUse(stage);
        foreach (var input in manifest.Inputs.Where(i => !use.Reads(i)))
        {
            context.Report(
                stage.SpanOf(input),
                $"neither a template of the stage \"{manifest.Id}\" nor one of its tools uses the input {MessageText.Quote(input.Name)}",
                $"read it as `inputs.{input.Name.Replace('-', '_')}`, or remove it");
        }
    }
}
