using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Packs;
using PipelineKit.Core.Packs.Reading;
using PipelineKit.Core.Tests.Stages;
using Shouldly;

namespace PipelineKit.Core.Tests.Packs;

/// <summary>A pack with a template of each hostile kind: it ends in one error that names the pack's file, as a repository's own would.</summary>
public sealed class HostilePackTests
{
    public static TheoryData<string> Names => HostileTemplateTests.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_template_of_a_pack_ends_in_one_error_with_a_place(string name)
    {
        var builder = new PackContentBuilder();
        Add(builder, "pack.yml", "pack: 1\nname: acme\nversion: 1.4.0\n");
        Add(builder, "templates/stages/lint/python.sbn", File.ReadAllText(Path.Combine(HostileTemplateTests.Folder, name + ".sbn")));
        Add(builder, "templates/partials/mirror.sbn", "{{ include \"mirror\" }}\n");
        var pack = PackReader.Read(builder.Build(), "acme@1.4.0", new DiagnosticBag())!;

        var harness = StageHarness.Load("version: 1\ntargets: [github]\nstack: python\npython: { manager: uv }\nstages: { lint: {} }\n", pack.Layer);
        harness.RenderText(harness.Requests().Single()).ShouldBeNull();

        var problem = harness.Diagnostics.Sorted().ShouldHaveSingleItem();
        problem.Descriptor.Code.ShouldBeOneOf("PK2001", "PK2002");
        problem.Primary.File.ShouldBeOneOf("acme@1.4.0/templates/stages/lint/python.sbn", "acme@1.4.0/templates/partials/mirror.sbn");
        problem.Primary.Line.ShouldBeGreaterThan(0);
    }

    private static void Add(PackContentBuilder builder, string path, string text) => builder.Add(path, System.Text.Encoding.UTF8.GetBytes(text)).ShouldBeNull();
}
