using System.Text.RegularExpressions;
using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Stages.Linting.Checks;

/// <summary>A template serves every platform: contexts, variables and actions of one of them belong into data files.</summary>
internal sealed partial class PlatformTextCheck : ITemplateCheck
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK2607", "Text of one platform", Severity.Warning);

    public void Check(LintedStage stage, CheckContext context)
    {
        foreach (var template in stage.Templates)
        {
            foreach (var piece in template.Texts)
            {
                foreach (Match match in Platform().Matches(piece.Text))
                {
                    context.Report(
                        template.SpanAt(piece.Offset + match.Index, match.Length),
                        $"{MessageText.Quote(match.Value)} is text of one platform, and a template serves all of them",
                        "use a key of the stage format, or a data file of toolchains, services or registries");
                }
            }
        }
    }

    // Contexts and variables of GitHub Actions, predefined variables of GitLab CI, actions by their owner. Not: addresses such as github.com.
    [GeneratedRegex(
        @"(?<![\w./@-])github\.(?!com\b|io\b)[a-z_]+|\b(?:GITHUB|GITLAB)_[A-Z_]+|\$\{?CI_[A-Z_]+|\bactions/[a-z-]+@",
        RegexOptions.CultureInvariant)]
    private static partial Regex Platform();
}
