using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Spec;
using PipelineKit.Core.Stages;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Packs.Rules;

/// <summary>A required stage is there in every project that it serves, always runs, and may not fail.</summary>
internal sealed class RequiredRule : IPackRule
{
    public string Key => "required";

    public DiagnosticDescriptor Descriptor => PackDiagnostics.Required;

    public void Check(Pack pack, SpecDocument spec, PackRuleContext context)
    {
        foreach (var required in pack.Rules.Required)
        {
            if (context.Catalog.FindStage(required.Value) is { } manifest)
            {
                Check(pack, required, manifest, spec, context);
            }
        }
    }

    private static void Check(Pack pack, Spanned<string> required, StageManifest manifest, SpecDocument spec, PackRuleContext context)
    {
        var name = MessageText.Quote(required.Value);
        var projects = spec.Projects.Where(p => context.Catalog.ServesStack(manifest, p.Stack.Value)).ToList();
        var missing = projects.Where(p => !p.Stages.Any(s => s.Id.Value == required.Value)).ToList();
        if (manifest.RepositoryScope && missing.Count < projects.Count)
        {
            missing = [];
        }

        foreach (var project in missing)
        {
            var place = project.Source?.Find("stages")?.Key.Span ?? spec.Source.At("stages")?.Key.Span ?? project.Path.Span;
            var where = project.Name is { } own ? $" in the project {MessageText.Quote(own.Value)}" : "";
            context.Report(pack, required.Value, place, required.Span, $"the stage {name} is required and not there{where}", $"add `{required.Value}:` to `stages`");
        }

        foreach (var stage in projects.SelectMany(p => p.Stages).Where(s => s.Id.Value == required.Value))
        {
            if (stage.AllowFailure == true)
            {
                Weakened(stage, "allow-failure", $"the stage {name} is required and may not fail unseen", "remove `allow-failure`");
            }

            if (stage.When is not null)
            {
                Weakened(stage, "when", $"the stage {name} is required, and a condition may keep it from running", "remove `when`");
            }
        }

        void Weakened(SpecStage stage, string key, string message, string hint) =>
            context.Report(pack, required.Value, stage.Source?.Find(key)?.Key.Span ?? stage.Id.Span, required.Span, message, hint);
    }
}
