using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>Labels of runners are plain words: no expression, no line break.</summary>
internal sealed class LabelRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1049", "Label or tag not allowed", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        foreach (var (os, runner) in spec.Runners)
        {
            foreach (var label in runner.GitHub.Concat(runner.GitLab).Where(l => !IsLabel(l)))
            {
                var span = spec.Source.At("runners", os)?.Key.Span ?? SourceSpan.WholeFile(spec.File);
                context.Report(span, $"a runner may not have the label or tag {MessageText.Quote(label)}", "letters, digits, blanks and . _ - : /, at most 100 characters");
            }
        }
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 100 && label[0] != ' ' && label[^1] != ' '
        && label.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or ':' or '/' or ' ' or '=');
}
