using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Spec.Text;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>Every path stays in the repository and means the same on every operating system.</summary>
internal sealed class PathRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1018", "Path not allowed", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        foreach (var (target, path) in spec.Outputs)
        {
            Check(path, $"the output path of {target}", context);
            if (path.Value.EndsWith('/') || RepositoryPaths.Normalise(path.Value) == ".")
            {
                context.Report(path.Span, $"the output path of {target} is a folder", "name a file");
            }
        }

        if (spec.Reports is { } reports)
        {
            CheckReports(reports, context);
        }

        foreach (var project in spec.Projects)
        {
            Check(project.Path, "the path of a project", context);
            foreach (var stage in project.Stages)
            {
                foreach (var (path, what) in StagePaths.Of(stage))
                {
                    Check(path, what, context);
                }
            }
        }
    }

    // The folder is emptied before a stage runs: it can be no folder that holds anything else.
    private static void CheckReports(Spanned<string> folder, RuleContext context)
    {
        Check(folder, "the folder of the reports", context);
        var path = RepositoryPaths.Normalise(folder.Value);
        if (path == "." || path.Contains('*', StringComparison.Ordinal) || path.Contains('?', StringComparison.Ordinal) || path.Split('/')[0] is ".pipelinekit" or ".github")
        {
            context.Report(folder.Span, $"the folder of the reports may not be {MessageText.Quote(folder.Value)}", "name a folder that holds nothing else, for example build/reports");
        }
    }

    private static void Check(Spanned<string> path, string what, RuleContext context)
    {
        if (RepositoryPaths.Problem(path.Value.Replace("*", "x", StringComparison.Ordinal).Replace("?", "x", StringComparison.Ordinal)) is { } problem)
        {
            context.Report(path.Span, $"{what} may not be {MessageText.Quote(path.Value)}: {problem}");
        }
    }
}
