using System.Text.RegularExpressions;
using Shouldly;

namespace PipelineKit.Core.Tests.Stages;

/// <summary>A folder per case: a spec with one stage and the stage document that it renders. PIPELINEKIT_UPDATE=1 writes the documents.</summary>
public sealed partial class StageCaseTests
{
    private static string Cases => Path.Combine(StageHarness.SourceFolder(), "cases");

    public static TheoryData<string> Names() => [.. Directory.GetDirectories(Cases).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_spec_renders_its_stage_document(string name)
    {
        var folder = Path.Combine(Cases, name);
        var harness = StageHarness.Load(File.ReadAllText(Path.Combine(folder, "spec.yml")));
        harness.Messages.ShouldBeEmpty();
        var request = harness.Requests().ShouldHaveSingleItem();
        // Support files are shown by their names; what stands in them has files of its own.
        var text = Contents().Replace(harness.RenderText(request) ?? "", "    content: …");
        harness.Messages.ShouldBeEmpty();
        harness.Render(request).ShouldNotBeNull(harness.Messages);
        harness.Messages.ShouldBeEmpty();

        var expected = Path.Combine(folder, "expected.yml");
        if (Environment.GetEnvironmentVariable("PIPELINEKIT_UPDATE") == "1")
        {
            File.WriteAllText(expected, text);
        }

        text.ShouldBe(File.ReadAllText(expected));
    }

    [GeneratedRegex("^    content: .*$", RegexOptions.Multiline)]
    private static partial Regex Contents();
}
