using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages;
using PipelineKit.Core.Stages.Catalog;
using Shouldly;

namespace PipelineKit.Core.Tests.Stages;

/// <summary>The built-in data files agree with each other.</summary>
public sealed class LibraryTests
{
    private readonly DiagnosticBag _diagnostics = new();
    private readonly StageCatalog _catalog;

    public LibraryTests() => _catalog = new StageCatalog([StageHarness.BuiltIn], _diagnostics);

    [Fact]
    public void Every_data_file_is_read_without_a_complaint()
    {
        _catalog.StageIds.ShouldAllBe(id => _catalog.FindStage(id) != null);
        _catalog.StackIds.ShouldAllBe(id => _catalog.FindStack(id) != null);
        _catalog.ToolIds.ShouldAllBe(id => _catalog.FindTool(id) != null);
        _catalog.ServiceIds.ShouldAllBe(id => _catalog.FindService(id) != null);
        _catalog.ToolchainIds.ShouldAllBe(id => _catalog.FindToolchain(id) != null);
        new[] { "pypi", "nuget", "npm" }.ShouldAllBe(id => _catalog.FindRegistry(id) != null);
        _ = _catalog.Pins;

        _diagnostics.Sorted().ShouldBeEmpty();
    }

    [Fact]
    public void Every_stage_serves_every_stack() =>
        _catalog.StageIds.ToDictionary(id => id, id => _catalog.FindStage(id)!.Stacks)
            .ShouldAllBe(p => p.Value.Count == 0 || p.Value.SequenceEqual(new[] { "dotnet", "node", "python" }));

    [Fact]
    public void Default_tools_work_for_their_stage_and_stack()
    {
        foreach (var stage in _catalog.StageIds.Select(id => _catalog.FindStage(id)!))
        {
            foreach (var (stack, tools) in stage.DefaultTools)
            {
                tools.ShouldNotBeEmpty();
                tools.Select(id => _catalog.FindTool(id)!).ShouldAllBe(t => t.Stages.Contains(stage.Id) && (stack == "any" || t.Stacks.Contains(stack.Split('/')[0])));
            }
        }
    }

    [Fact]
    public void Tools_name_stages_stacks_and_toolchains_that_exist()
    {
        foreach (var tool in _catalog.ToolIds.Select(id => _catalog.FindTool(id)!))
        {
            tool.Stages.ShouldBeSubsetOf(_catalog.StageIds);
            tool.Stacks.ShouldBeSubsetOf(_catalog.StackIds);
            tool.InstallHint.ShouldNotBeEmpty();
            var managers = tool.Stacks.SelectMany(s => _catalog.FindStack(s)!.Locks.Select(l => l.Key)).Append("any").ToList();
            tool.Recipe!.Toolchains.Keys.ShouldBeSubsetOf(managers);
            tool.Recipe.Toolchains.Values.SelectMany(v => v).Select(t => t.Split('=')[0]).ShouldBeSubsetOf(_catalog.ToolchainIds);
        }
    }

    [Fact]
    public void Every_pinned_tool_has_a_pin()
    {
        _catalog.ToolIds.Select(id => _catalog.FindTool(id)!).Where(t => t.Recipe!.Version == "pinned").Select(t => t.Id)
            .Where(id => _catalog.Pins.FindTool(id) is null).ShouldBeEmpty();
        _catalog.StackIds.SelectMany(id => _catalog.FindStack(id)!.Recipe.Managers.Values).SelectMany(m => m.Toolchains).Where(t => t.Value == "pinned").Select(t => t.Key)
            .Where(id => _catalog.Pins.FindTool(id) is null).ShouldBeEmpty();
    }

    [Fact]
    public void Every_pinned_tool_says_where_it_is_published() =>
        _catalog.Pins.ToolIds.Where(id => _catalog.FindPackage(id) is not { Registry: "npm" or "pypi" or "nuget" or "git", Package.Length: > 0 }).ShouldBeEmpty();

    [Fact]
    public void Every_action_has_a_commit() =>
        _catalog.ToolchainIds.SelectMany(id => _catalog.FindToolchain(id)!.GitHub).Select(s => s.Uses).OfType<string>()
            .ShouldAllBe(action => _catalog.Pins.FindAction(action)!.Commit.Length == 40);

    [Fact]
    public void Images_have_a_version() =>
        _catalog.ToolchainIds.SelectMany(id => _catalog.FindToolchain(id)!.Images).Select(i => i.Image).Concat(_catalog.ServiceIds.Select(id => _catalog.FindService(id)!.Image))
            .ShouldAllBe(image => image.Contains(':') && !image.EndsWith(":latest"));

    [Fact]
    public void Versions_of_services_are_exact() =>
        _catalog.ServiceIds.Select(id => _catalog.FindService(id)!.Version).ShouldAllBe(v => v.Split('.').Length >= 2 && v.All(c => char.IsAsciiDigit(c) || c == '.'));

    [Theory]
    [InlineData("license-check", "licence-check")]
    [InlineData("lint", "lint")]
    [InlineData("nothing", null)]
    public void A_stage_is_found_by_id_or_alias(string name, string? id) => _catalog.FindStage(name)?.Id.ShouldBe(id);

    [Fact]
    public void A_repository_shadows_single_files()
    {
        var folder = Directory.CreateTempSubdirectory("pk");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "stages", "lint"));
            File.WriteAllText(Path.Combine(folder.FullName, "stages", "lint", "python.sbn"), "stage: 1\njobs: { main: { run: [[own, {{ tools[0].id }}]] } }\n");
            var harness = StageHarness.Load(
                "version: 1\ntargets: [github]\nstack: python\npython: { manager: uv }\nstages: { lint: {} }\n", new FolderTemplates(folder.FullName, ".pipelinekit"));
            var document = harness.Render(harness.Requests().Single());

            harness.Messages.ShouldBeEmpty();
            document!.Jobs[0].Run[0].Argv.Select(a => a.ToString()).ShouldBe(["LiteralValue { Text = own }", "LiteralValue { Text = ruff }"]);
            harness.Catalog.FindStage("lint")!.Title.ShouldBe("Lint");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Looking_for_ids_reads_nothing()
    {
        var broken = new FakeLayer(("tools/ruff.yml", ": ["), ("tools/flake8.yml", ": ["));
        var catalog = new StageCatalog([broken], _diagnostics);

        catalog.ToolIds.ShouldBe(["flake8", "ruff"]);
        broken.Reads.ShouldBe(0);
        catalog.FindTool("ruff").ShouldBeNull();
        catalog.FindTool("ruff").ShouldBeNull();
        _diagnostics.Sorted().ShouldHaveSingleItem();
    }

    private sealed class FakeLayer(params (string Path, string Text)[] files) : TemplateLayer
    {
        public int Reads { get; private set; }

        public override IReadOnlyList<string> Paths => [.. files.Select(f => f.Path)];

        public override string DisplayName(string path) => path;

        public override bool Has(string path) => Paths.Contains(path);

        public override string? ReadText(string path, DiagnosticBag diagnostics)
        {
            Reads++;
            return files.Single(f => f.Path == path).Text;
        }
    }
}
