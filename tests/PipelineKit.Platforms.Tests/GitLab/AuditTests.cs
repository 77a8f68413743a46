using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.GitLab;
using Shouldly;

namespace PipelineKit.Platforms.Tests.GitLab;

/// <summary>What a patch may not do to a generated file.</summary>
public class AuditTests
{
    private static readonly Dictionary<string, (Action<YamlMap> Patch, string Finding)> Patches = new()
    {
        ["rules of the workflow removed"] = (t => ((YamlMap)t["workflow"]).Remove("rules"), "`workflow` has no rules: a push to a branch with an open merge request would start two pipelines"),
        ["mutable image"] = (t => Job(t)["image"] = "node:latest", "job \"lint\" uses the image \"node:latest\" without an exact version"),
        ["mutable default image"] = (t => ((YamlMap)t["default"])["image"] = "node", "`default` uses the image \"node\" without an exact version"),
        ["mutable service"] = (t => Job(t)["services"] = new YamlList(new YamlMap { ["name"] = "redis" }), "job \"lint\" uses the image \"redis\" without an exact version"),
        ["no script"] = (t => Job(t).Remove("script"), "job \"lint\" has no script"),
        ["unknown stage"] = (t => Job(t)["stage"] = "late", "job \"lint\" stands in the stage \"late\", which `stages` does not list"),
        ["unknown need"] = (t => Job(t)["needs"] = YamlList.Inline(["nobody"]), "job \"lint\" needs \"nobody\", which is no job of this file"),
        ["only beside rules"] = (t => { Job(t)["rules"] = new YamlList(); Job(t)["only"] = "main"; }, "job \"lint\" has both rules and only/except, which GitLab refuses"),
        ["token and cache"] = (t => Job(t)["id_tokens"] = new YamlMap { ["A"] = new YamlMap { ["aud"] = "a" } }, "job \"lint\" has an identity token and a cache: whoever can write the cache could publish"),
        ["remote include"] = (t => t["include"] = new YamlMap { ["remote"] = "https://example.com/a.yml" }, "`include` of \"https://example.com/a.yml\" has no `integrity`: the file can change at any time"),
        ["project include"] = (t => t["include"] = new YamlList(new YamlMap { ["project"] = "a/b", ["ref"] = "main" }), "`include` from the project \"a/b\" has no `ref` with a full commit"),
        ["no job"] = (t => t["extra"] = "text", "\"extra\" is no job: it has no keys"),
    };

    public static TheoryData<string> Names => [.. Patches.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void FindsIt(string name)
    {
        var tree = Emitted.From(FiveStages.Pipeline()).Tree;
        Patches[name].Patch(tree);

        new GitLabEmitter().Audit(tree).ShouldBe([Patches[name].Finding]);
    }

    [Fact]
    public void HarmlessPatchesPass()
    {
        var tree = Emitted.From(FiveStages.Pipeline()).Tree;
        Job(tree)["tags"] = YamlList.Inline(["docker"]);
        tree["include"] = YamlList.Inline(["ci/more.yml"]);
        tree["own"] = new YamlMap { ["stage"] = ".pre", ["trigger"] = "group/project", ["needs"] = new YamlList(new YamlMap { ["pipeline"] = "x", ["job"] = "y" }) };

        new GitLabEmitter().Audit(tree).ShouldBeEmpty();
    }

    private static YamlMap Job(YamlMap tree) => (YamlMap)tree["lint"];
}
