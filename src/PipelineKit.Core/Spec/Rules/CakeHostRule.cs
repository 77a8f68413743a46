using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Generation;
using PipelineKit.Core.Spec.Text;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>What the spec says about Cake fits together: a folder is for a compiled project, and a path of a script for a script.</summary>
internal sealed class CakeHostRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1070", "Keys of Cake that contradict each other", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        var isCompiled = spec.CakeHost is { Value: CakeHost.Frosting };
        if ((spec.CakeHost?.Span ?? spec.CakeFolder?.Span) is { } span && !spec.Targets.Any(target => target.Value == "cake"))
        {
            context.Report(span, "`cake` says how the target \"cake\" is written, which is not in targets", "add cake to targets, or remove the key");
        }
        else if (spec.CakeFolder is { } folder)
        {
            CheckFolder(folder, isCompiled, context);
        }

        if (isCompiled && spec.Outputs.GetValueOrDefault("cake") is { } path)
        {
            context.Report(path.Span, "`outputs` names a script, and with `host: frosting` there is none", "remove it, and name another folder by `cake: { folder: … }`");
        }
    }

    private static void CheckFolder(Spanned<string> folder, bool isCompiled, RuleContext context)
    {
        var path = RepositoryPaths.Normalise(folder.Value);
        if (!isCompiled)
        {
            context.Report(folder.Span, "`folder` is for a compiled project, and the stages of Cake are a script", "write `host: frosting`, or remove `folder`");
        }
        else if (path == ".")
        {
            context.Report(folder.Span, "the folder of the compiled project may not be the repository itself: it would compile every file below it", "name a folder, for example `folder: build`");
        }
        else if (RepositoryPaths.Problem(folder.Value) is null && OwnFiles.ProblemOfOutput(path + "/Build.csproj") is { } problem)
        {
            context.Report(folder.Span, $"the compiled project cannot be in {MessageText.Quote(path)}: {problem}", "name another folder, for example `folder: build`");
        }
    }
}
