using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages.Catalog;
using PipelineKit.Core.Stages.Reference;
using Shouldly;

namespace PipelineKit.Core.Tests.Stages;

/// <summary>The committed reference says what the manifests say. PIPELINEKIT_UPDATE=1 writes it.</summary>
public sealed class StageReferenceTests
{
    private static readonly StageCatalog Catalog = new([StageHarness.BuiltIn], new DiagnosticBag());

    public static TheoryData<string> Stages() => [.. Catalog.StageIds];

    [Fact]
    public void The_stage_reference_is_up_to_date() => Check("docs/reference/stages.md", _ => StageReference.Write(Catalog));

    [Theory]
    [MemberData(nameof(Stages))]
    public void The_input_table_of_a_stage_is_up_to_date(string stage) =>
        Check($"templates/stages/{stage}/README.md", page => StageReference.WriteInputs(page, Catalog.FindStage(stage)!));

    [Fact]
    public void The_reference_of_templates_is_up_to_date() => Check("docs/reference/stage-format.md", TemplateReference.Write);

    // The other direction fails while the page is written.
    [Fact]
    public void Every_meaning_belongs_to_a_name() => TemplateMeanings.All.Keys.ShouldAllBe(name => TemplateReference.Write("").Contains($"| `{name}` |", StringComparison.Ordinal));

    private static void Check(string path, Func<string, string> write)
    {
        var file = Path.Combine(StageHarness.RepositoryRoot(), path);
        var committed = File.Exists(file) ? File.ReadAllText(file) : "";
        var fresh = write(committed);
        if (Environment.GetEnvironmentVariable("PIPELINEKIT_UPDATE") == "1" && committed != fresh)
        {
            File.WriteAllText(file, fresh);
            committed = fresh;
        }

        committed.ShouldBe(fresh);
    }
}
