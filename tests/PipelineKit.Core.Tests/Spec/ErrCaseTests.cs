using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Diagnostics.Printing;
using PipelineKit.Core.Generation;
using PipelineKit.Core.Spec;
using PipelineKit.Core.Yaml;
using PipelineKit.TestCases;
using Shouldly;

namespace PipelineKit.Core.Tests.Spec;

/// <summary>The cases that reading and rules decide. The tests of the program run all of them, and these too.</summary>
public sealed class ErrCaseTests
{
    public static TheoryData<string> Names() => [.. ErrCase.All("yaml", "spec").Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Bad_input_ends_in_a_clear_diagnostic(string name)
    {
        var testCase = ErrCase.Named(name);
        using var folder = new TemporaryFolder();
        testCase.CopyTo(folder.Path);

        var (text, errors) = Check(folder.Path);

        text.ShouldNotBeEmpty();
        errors.ShouldBe(testCase.ExpectedExit == 1);
        testCase.ShouldSay(text);
    }

    [Fact]
    public void Every_case_is_of_a_known_kind() =>
        ErrCase.All().Select(c => c.Kind).Distinct().Order(StringComparer.Ordinal).ShouldBe(["output", "pack", "spec", "template", "yaml"]);

    private static string? SourceOf(string path) => File.Exists(path) ? SourceText.ReadFile(path, path, new DiagnosticBag()) : null;

    private static (string Text, bool Errors) Check(string root)
    {
        var bag = new DiagnosticBag();
        var path = Path.Combine(root, "pipelinekit.yml");
        var options = new SpecOptions { FolderName = "repository" };
        var source = SourceText.ReadFile(path, options.File, bag, GeneratePipeline.HowToMakeASpec);
        if (source is not null)
        {
            SpecLoader.Load(source, options, TestCatalog.Of(root, bag), bag);
        }

        var context = new PrintContext { SourceOf = file => SourceOf(Path.Combine(root, file)) };
        return (new TextPrinter().Print(bag.Sorted(), context), bag.HasErrors);
    }
}
