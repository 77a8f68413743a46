using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>An option that the package manager cannot honour would be ignored in silence.</summary>
internal sealed class OptionForManagerRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1060", "Option not for this package manager", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        foreach (var project in spec.Projects)
        {
            var manager = project.Options.GetValueOrDefault("manager") as string;
            foreach (var option in context.Catalog.FindStack(project.Stack.Value)?.Options ?? [])
            {
                if (manager is null || option.Managers.Count == 0 || option.Managers.Contains(manager))
                {
                    continue;
                }

                Check(option, project.OptionsSource, manager, context);
                foreach (var stage in project.Stages.Where(s => s.Options.ContainsKey(option.Name)))
                {
                    Check(option, stage.Source, manager, context);
                }
            }
        }
    }

    private static void Check(InputDefinition option, SourceMap? map, string manager, RuleContext context)
    {
        if (map?.Find(option.Name) is { } entry)
        {
            context.Report(
                entry.Key.Span,
                $"{MessageText.Quote(option.Name)} does nothing with the package manager {MessageText.Quote(manager)}; only with {MessageText.List([.. option.Managers])}",
                "remove it, or choose such a manager");
        }
    }
}
