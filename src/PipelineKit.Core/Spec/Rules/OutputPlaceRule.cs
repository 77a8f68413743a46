using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Spec.Text;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>A workflow lies where GitHub looks for it.</summary>
internal sealed class OutputPlaceRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1020", "The platform does not read this file", Severity.Warning);

    public void Check(SpecDocument spec, RuleContext context)
    {
        if (spec.Outputs.GetValueOrDefault("github") is { } path && RepositoryPaths.Problem(path.Value) is null && !IsWorkflow(RepositoryPaths.Normalise(path.Value)))
        {
            context.Report(path.Span, $"GitHub runs workflows of .github/workflows only, not {MessageText.Quote(path.Value)}", "for example .github/workflows/pipeline.yml");
        }
    }

    private static bool IsWorkflow(string path)
    {
        const string Folder = ".github/workflows/";
        return path.StartsWith(Folder, StringComparison.Ordinal)
            && path.IndexOf('/', Folder.Length) < 0
            && (path.EndsWith(".yml", StringComparison.Ordinal) || path.EndsWith(".yaml", StringComparison.Ordinal));
    }
}
