using System.Text;
using PipelineKit.Core.Model;
using PipelineKit.Core.Stages.Reading;

namespace PipelineKit.Core.Stages.Reference;

/// <summary>Writes the reference of the stage library from its manifests, as Markdown with LF line ends.</summary>
public static class StageReference
{
    /// <summary>Marks the beginning and the end of a table inside a hand-written page.</summary>
    internal const string Begin = "<!-- inputs: generated from stage.yml -->";

    internal const string End = "<!-- end of inputs -->";

    /// <summary>The page <c>docs/reference/stages.md</c>: stages with their inputs, stacks with their options, tools, services.</summary>
    public static string Write(IStageCatalog catalog)
    {
        var text = new StringBuilder("# Stages\n\nGenerated from the manifests in `templates/`. Every stage also takes the common keys ")
            .Append("`tools`, `fail-on`, `allow-failure`, `timeout`, `env`, `secrets`, `needs`, `when`, `runner` and `image`.\n");
        foreach (var stage in catalog.StageIds.Select(catalog.FindStage).OfType<StageManifest>())
        {
            AppendStage(text, stage, catalog);
        }

        text.Append("\n# Stacks\n");
        foreach (var stack in catalog.StackIds.Select(catalog.FindStack).OfType<StackDefinition>())
        {
            text.Append($"\n## {stack.Title}\n\n`stack: {stack.Id}`; options under `{stack.Id}:`.\n\n").Append(ReferenceTable.Inputs(stack.Options));
        }

        text.Append("\n# Tools\n\n").Append(ReferenceTable.Tools(catalog.ToolIds.Select(catalog.FindTool).OfType<ToolDefinition>(), catalog.Pins));
        text.Append("\n# Services\n\n").Append(ReferenceTable.Services(catalog.ServiceIds.Select(catalog.FindService).OfType<ServiceDefinition>()));
        return text.ToString();
    }

    /// <summary>A stage's page with its input table brought up to date; the rest of the page is left as it is.</summary>
    /// <param name="page">The page; without the two marks the table is added at the end.</param>
    /// <param name="stage">The stage.</param>
    public static string WriteInputs(string page, StageManifest stage)
    {
        var table = $"{Begin}\n\n{ReferenceTable.Inputs(stage.Inputs)}\n{End}";
        var (begin, end) = (page.IndexOf(Begin, StringComparison.Ordinal), page.IndexOf(End, StringComparison.Ordinal));
        return begin < 0 || end < begin ? $"{page.TrimEnd()}\n\n{table}\n" : page[..begin] + table + page[(end + End.Length)..];
    }

    private static void AppendStage(StringBuilder text, StageManifest stage, IStageCatalog catalog)
    {
        text.Append($"\n## {stage.Id}\n\n{stage.Title}. {stage.Summary}\n\n");
        text.Append($"- Phase: {Phases.WordOf(stage.Phase)}\n");
        if (stage.Aliases.Count > 0)
        {
            text.Append($"- Also written: {ReferenceTable.Code(stage.Aliases)}\n");
        }

        foreach (var stack in stage.Stacks.Count > 0 ? stage.Stacks : catalog.StackIds)
        {
            var tools = catalog.ToolIds.Select(catalog.FindTool).OfType<ToolDefinition>()
                .Where(t => t.Stages.Contains(stage.Id, StringComparer.Ordinal) && (t.Stacks.Count == 0 || t.Stacks.Contains(stack, StringComparer.Ordinal)))
                .Select(t => t.Id);
            var usual = stage.DefaultTools.GetValueOrDefault(stack) ?? stage.DefaultTools.GetValueOrDefault("any") ?? [];
            text.Append($"- {stack}: {ReferenceTable.Code(usual)} unless `tools` says otherwise; has {ReferenceTable.Code(tools)}\n");
        }

        text.Append('\n').Append(ReferenceTable.Inputs(stage.Inputs));
    }
}
