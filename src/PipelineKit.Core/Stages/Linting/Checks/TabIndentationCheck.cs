using System.Text.RegularExpressions;
using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Stages.Linting.Checks;

/// <summary>YAML allows no tabs in indentation (YAML 1.2.2, section 6.1), and before a block they would be indentation of what it writes.</summary>
internal sealed partial class TabIndentationCheck : ITemplateCheck
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK2608", "A tab in indentation", Severity.Warning);

    public void Check(LintedStage stage, CheckContext context)
    {
        foreach (var template in stage.Templates)
        {
            var raw = template.Texts.Where(t => !t.IsCode).Select(t => (Start: t.Offset, End: t.Offset + t.Text.Length)).ToList();
            foreach (Match match in Tab().Matches(template.Source))
            {
                var tab = match.Groups["tab"];
                if (match.Groups["block"].Success || raw.Exists(r => r.Start <= tab.Index && tab.Index < r.End))
                {
                    context.Report(template.SpanAt(tab.Index, tab.Length), "YAML allows no tabs in indentation", "indent with spaces");
                }
            }
        }
    }

    [GeneratedRegex(@"^ *(?<tab>\t+)[ \t]*(?<block>\{\{)?", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Tab();
}
