using System.Runtime.CompilerServices;
using System.Text.Json;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Spec;
using PipelineKit.TestCases;
using Shouldly;

namespace PipelineKit.Core.Tests.Spec;

public sealed class SpecSchemaTests
{
    [Fact]
    public void The_committed_schema_is_that_of_the_library()
    {
        var bag = new DiagnosticBag();
        var path = Root("docs/pipelinekit.schema.json");
        var schema = SpecSchema.Write(TestCatalog.Of(Root("docs/no-repository"), bag));
        if (ErrCase.Update)
        {
            File.WriteAllText(path, schema);
        }

        bag.Sorted().ShouldBeEmpty();
        File.ReadAllText(path).ShouldBe(schema, "run the tests once with PIPELINEKIT_UPDATE=1 after a change of the stage library");
    }

    [Fact]
    public void Stages_have_their_inputs_tools_and_aliases()
    {
        using var json = JsonDocument.Parse(SpecSchema.Write(FakeCatalog.Usual));
        var definitions = json.RootElement.GetProperty("definitions");
        var lint = definitions.GetProperty("stage-lint").GetProperty("properties");
        var coverage = definitions.GetProperty("stage-test-coverage").GetProperty("properties");

        lint.GetProperty("tools").GetProperty("items").GetProperty("enum").EnumerateArray().Select(e => e.GetString()).ShouldBe(["eslint", "pylint", "ruff"]);
        lint.GetProperty("fail-on").GetProperty("enum").GetArrayLength().ShouldBe(3);
        coverage.GetProperty("minimum").GetProperty("maximum").GetInt32().ShouldBe(100);
        coverage.GetProperty("branch").GetProperty("description").GetString().ShouldBe("About branch. Only for python.");
        json.RootElement.GetProperty("properties").GetProperty("stages").GetProperty("properties").TryGetProperty("license-check", out _).ShouldBeTrue();
        definitions.GetProperty("stack-node").GetProperty("properties").GetProperty("manager").GetProperty("enum").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public void The_schema_knows_exactly_the_keys_that_the_reader_knows()
    {
        using var json = JsonDocument.Parse(SpecSchema.Write(FakeCatalog.Usual));
        var told = SpecCase.Problems("version: 1\ntargets: [github]\nstack: python\nnot-a-key: 1\n").Single().Message;

        told.Split('"').Where((_, i) => i % 2 == 1).Skip(1)
            .ShouldBe(json.RootElement.GetProperty("properties").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    private static string Root(string path, [CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", path));
}
