using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Spec.Text;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>Names become ids of jobs on every platform: they are of the form that all of them take.</summary>
internal sealed class NameRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1022", "Name not allowed", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        if (spec.Source.At("name") is not null && !Names.IsTitle(spec.Name.Value))
        {
            context.Report(spec.Name.Span, $"the name may not be {MessageText.Quote(spec.Name.Value)}", "one line of at most 80 characters: letters, digits, blanks and . _ - / + ( )");
        }

        foreach (var project in spec.Projects)
        {
            if (project.Name is { } name)
            {
                CheckId(name, "the name of a project", char.IsAsciiDigit(name.Value.FirstOrDefault()) ? "x" + name.Value : name.Value, context);
            }

            foreach (var stage in project.Stages.Where(s => s.Inline is not null))
            {
                CheckId(stage.Id, "the name of an inline stage", stage.Id.Value, context);
                foreach (var artifact in stage.Inline!.Artifacts.Where(a => !Names.IsId(a.Id)))
                {
                    var span = stage.Source.At("artifacts")?.Key.Span ?? stage.Id.Span;
                    context.Report(span, $"the id of an artifact may not be {MessageText.Quote(artifact.Id)}", Form);
                }
            }
        }
    }

    private const string Form = "lower-case letters, digits and single dashes between them, at most 40 characters";

    // A project's name stands behind the stage's: it may begin with a digit.
    private static void CheckId(Spanned<string> name, string what, string id, RuleContext context)
    {
        if (!Names.IsId(id))
        {
            context.Report(name.Span, $"{what} may not be {MessageText.Quote(name.Value)}", Form);
        }
    }
}
