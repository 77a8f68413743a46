using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages.Catalog;
using PipelineKit.Core.Stages.Linting;

namespace PipelineKit.Core.Tests.Stages.Linting;

/// <summary>Lints one template of a stage with the inputs <c>paths</c> and <c>fail-fast</c>.</summary>
internal static class Lint
{
    public const string Manifest =
        "id: own\ntitle: Own\nsummary: A stage.\nphase: check\ninputs:\n  paths:\n    type: list\n    description: Paths.\n    default: []\n  fail-fast:\n    type: boolean\n    description: Stop.\n    default: true\n";

    /// <summary>What makes both inputs used.</summary>
    public const string Uses = "{{~ if inputs.paths && inputs.fail_fast ~}}\n{{~ end ~}}\n";

    public static IReadOnlyList<Diagnostic> Files(params (string Path, string Text)[] files)
    {
        var bag = new DiagnosticBag();
        new TemplateLinter(new StageCatalog([new MemoryTemplates(files), StageHarness.BuiltIn], bag)).Lint("own", bag);
        return bag.Sorted();
    }

    /// <summary>The lines stand in front of <see cref="Uses"/>, so that places are those of the text.</summary>
    public static IReadOnlyList<Diagnostic> Template(string text) => Files(("stages/own/stage.yml", Manifest), ("stages/own/python.sbn", text + Uses));

    public static string Shown(IEnumerable<Diagnostic> found) => string.Join('\n', found.Select(d => $"{d.Primary.Line}:{d.Primary.Column}+{d.Primary.Length} {d.Descriptor.Code}"));
}
