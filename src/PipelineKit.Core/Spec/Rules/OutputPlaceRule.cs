using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Spec.Text;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>A workflow lies where its platform looks for it.</summary>
internal sealed class OutputPlaceRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1020", "The platform does not read this file", Severity.Warning);

    public void Check(SpecDocument spec, RuleContext context)
    {
        Check(spec, context, "github", [".github/workflows"], "GitHub");
        Check(spec, context, "forgejo", [".forgejo/workflows", ".gitea/workflows"], "Forgejo or Gitea");
    }

    private static void Check(SpecDocument spec, RuleContext context, string target, string[] folders, string title)
    {
        if (spec.Outputs.GetValueOrDefault(target) is { } path && RepositoryPaths.Problem(path.Value) is null && !folders.Any(folder => IsWorkflow(RepositoryPaths.Normalise(path.Value), folder)))
        {
            context.Report(path.Span, $"{title} runs workflows of {string.Join(" or ", folders)} only, not {MessageText.Quote(path.Value)}", $"for example {folders[0]}/pipeline.yml");
        }
    }

    private static bool IsWorkflow(string path, string folder) =>
        path.LastIndexOf('/') == folder.Length
        && path.StartsWith(folder, StringComparison.Ordinal)
        && (path.EndsWith(".yml", StringComparison.Ordinal) || path.EndsWith(".yaml", StringComparison.Ordinal));
}
