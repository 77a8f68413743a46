using System.Text.Json;
using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Fleet;

/// <summary>The fleet of <c>examples/fleet</c>: six repositories of three stacks on two versions of a pack, as <c>docs/reference/fleet.md</c> shows it.</summary>
public sealed class FleetTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pipelinekit-").FullName;

    public FleetTests()
    {
        foreach (var name in new[] { "fleet", "pack-acme" })
        {
            var source = Path.Combine(TestFolders.Examples, name);
            foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(_folder, name, Path.GetRelativePath(source, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }
    }

    private string Fleet => Path.Combine(_folder, "fleet");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_page_shows_what_the_commands_print()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(TestFolders.Repository, "docs/reference/fleet.md"), TestContext.Current.CancellationToken);
        var generated = await Run("fleet", "generate");
        generated.Exit.ShouldBe(ExitCode.ProblemsFound);
        page.ShouldContain($"$ pipelinekit fleet generate\n{generated.Out}{generated.Error}");

        Edit("repositories/tools/.github/workflows/ci.yml", "timeout-minutes: 5", "timeout-minutes: 50");
        Edit("repositories/shop-web/pipelinekit.yml", "  test-coverage:", "  test-coverage: { minimum: 90 }");
        var check = await Run("fleet", "check");
        check.Exit.ShouldBe(ExitCode.ProblemsFound);
        page.ShouldContain($"$ pipelinekit fleet check\n{check.Out}{check.Error}");
    }

    [Fact]
    public async Task Status_is_the_same_as_a_table_as_JSON_and_as_a_page()
    {
        await Run("fleet", "generate");
        var table = await Run("fleet", "status");
        using var json = JsonDocument.Parse((await Run("fleet", "status", "--format", "json")).Out);
        var html = (await Run("fleet", "status", "--format", "html")).Out;

        var rows = json.RootElement.GetProperty("repositories").EnumerateArray().ToList();
        rows.Count.ShouldBe(6);
        foreach (var row in rows)
        {
            var (folder, state) = (row.GetProperty("folder").GetString()!, row.GetProperty("state").GetString()!);
            table.Out.ShouldContain($"{folder}\t{state}\t");
            html.ShouldContain($"title=\"{folder}\"");
        }

        html.ShouldContain("default-src 'none'");
        html.ShouldNotContain("http://");
        html.ShouldNotContain("https://");
    }

    [Fact]
    public async Task A_changed_pack_is_seen_everywhere_and_equal_changes_are_told_once()
    {
        await Run("fleet", "generate");
        Edit("../pack-acme/templates/stages/ownership/any.sbn", "timeout: 2m", "timeout: 3m");
        (await Run("fleet", "check")).Out.ShouldContain("repositories/shop-api\tpack changed\tPK5005");

        foreach (var name in new[] { "billing", "shop-api", "shop-web", "tools" })
        {
            (await Support.Cli.RunAsync(Path.Combine(Fleet, "repositories", name), "update", "--dry-run")).Out.ShouldContain("timeout-minutes: 3");
            File.Delete(Path.Combine(Fleet, "repositories", name, ".pipelinekit/lock.yml"));
        }

        var diff = await Run("fleet", "diff");
        diff.Out.ShouldContain("== .github/workflows/ci.yml: this change in 4 repositories: repositories/billing, repositories/shop-api, repositories/shop-web, repositories/tools\n");
    }

    [Fact]
    public async Task More_permissions_are_called_out_and_refused()
    {
        await Run("fleet", "generate");
        var workflow = Path.Combine(Fleet, "repositories/shop-api/.github/workflows/ci.yml");
        var text = await File.ReadAllTextAsync(workflow, TestContext.Current.CancellationToken);
        Edit("repositories/shop-api/pipelinekit.yml", "targets: [github, gitlab]", "targets: [github, gitlab]\ncode-scanning: off");
        (await Run("fleet", "generate")).Out.ShouldContain("written\trepositories/shop-api");
        Edit("repositories/shop-api/pipelinekit.yml", "code-scanning: off", "code-scanning: on");

        (await Run("fleet", "diff")).Out.ShouldContain("!! more permissions: security-events: write");
        (await Run("fleet", "generate")).Out.ShouldContain("refused\trepositories/shop-api\tmore permissions (security-events: write)");
        (await Run("fleet", "generate", "--allow-more-permissions")).Out.ShouldContain("written\trepositories/shop-api");
        text.ShouldContain("security-events: write");
    }

    private Task<CliResult> Run(params string[] args) => Support.Cli.RunAsync(Fleet, args);

    private void Edit(string path, string old, string now)
    {
        var full = Path.Combine(Fleet, path);
        var text = File.ReadAllText(full);
        text.ShouldContain(old);
        File.WriteAllText(full, text.Replace(old, now, StringComparison.Ordinal));
    }
}
