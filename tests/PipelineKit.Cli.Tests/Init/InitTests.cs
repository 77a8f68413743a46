using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Init;

/// <summary>What <c>init</c> finds in a repository. Each case: files, and lines that the spec must hold.</summary>
public sealed class InitTests : IDisposable
{
    private readonly string _folder = Directory.CreateDirectory(Path.Combine(Directory.CreateTempSubdirectory("pipelinekit-").FullName, "shop")).FullName;

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    public static TheoryData<string, string[], string[]> Repositories => new()
    {
        { "uv", ["pyproject.toml=[project]\nrequires-python = \">=3.11\"", "uv.lock="], ["stack: python", "versions: [\"3.11\", \"3.14\"]", "manager: uv"] },
        { "poetry", ["pyproject.toml=[tool.poetry]", "poetry.lock="], ["manager: poetry"] },
        { "poetry's own Python version", ["pyproject.toml=[tool.poetry.dependencies]\npython = \"^3.12\""], ["manager: poetry", "versions: [\"3.12\", \"3.14\"]"] },
        { "a key in a comment says nothing", ["pyproject.toml=# requires-python = \"3.8\", [tool.poetry]\n# fail_under = 99\n[project]\nname = \"requires-python = '3.8'\"", "setup.cfg=; fail_under = 98\n[coverage:report]\nfail_under=81", "tests/test_a.py="], ["manager: uv", "test-coverage: { minimum: 81 }"] },
        { "broken pyproject.toml", ["pyproject.toml=[project\nrequires-python = \"3.11\"", "poetry.lock="], ["stack: python", "manager: poetry"] },
        { "pip", ["requirements.txt=flask"], ["manager: pip"] },
        { "coverage threshold", ["pyproject.toml=[tool.coverage.report]\nfail_under = 82", "tests/test_a.py="], ["test-coverage: { minimum: 82 } # copied from pyproject.toml"] },
        { "npm", ["package.json={\"engines\":{\"node\":\">=22\"}}", "package-lock.json={}"], ["stack: node", "versions: [\"22\", \"24\"]", "manager: npm"] },
        { "pnpm by lock", ["package.json={}", "pnpm-lock.yaml="], ["manager: pnpm"] },
        { "yarn by packageManager", ["package.json={\"packageManager\":\"yarn@4.18.1\"}", "package-lock.json={}"], ["manager: yarn"] },
        { "vitest threshold", ["package.json={\"devDependencies\":{\"@vitest/coverage-v8\":\"3.2.0\"}}", "vitest.config.ts=export default { test: { coverage: { thresholds: { branches: 70, lines: 91 } } } }"], ["minimum: 91"] },
        { "solution", ["Shop.sln=", "src/Shop/Shop.csproj=<TargetFramework>net10.0</TargetFramework>", "global.json={}"], ["stack: dotnet", "solution: Shop.sln", "versions: [\"10.0\"]"] },
        { "multi-targeting", ["a/a.csproj=<TargetFrameworks>net8.0;net9.0</TargetFrameworks>", "Shop.slnx="], ["solution: Shop.slnx", "versions: [\"10.0\"]"] },
        { "frameworks of one system, and old ones", ["a/a.csproj=<Project><PropertyGroup><!-- <TargetFramework>net11.0</TargetFramework> --><TargetFrameworks>netstandard2.0;net48; net10.0-windows;net9.0</TargetFrameworks></PropertyGroup></Project>", "Shop.slnx="], ["versions: [\"10.0\"]"] },
        { "broken project file", ["a/a.csproj=<Project", "Shop.slnx="], ["solution: Shop.slnx"] },
        {
            "monorepo",
            ["services/api/Api.sln=", "services/api/src/Api.csproj=<TargetFramework>net10.0</TargetFramework>", "web/package.json={}", "web/node_modules/x/package.json={}", "tools/report/setup.cfg=[metadata]"],
            ["path: services/api\n    name: api\n    stack: dotnet", "path: web\n    name: web\n    stack: node", "path: tools/report\n    name: report\n    stack: python"]
        },
        { "GitHub remote", ["requirements.txt=", ".git/config=[remote \"origin\"]\n\turl = git@github.com:me/shop.git"], ["targets: [github, cake]"] },
        { "GitLab remote of one's own", ["requirements.txt=", ".git/config=[remote \"origin\"]\n\turl = https://user@gitlab.example.org:8443/me/shop.git"], ["targets: [gitlab, cake]"] },
        { "Codeberg remote", ["requirements.txt=", ".git/config=[remote \"origin\"]\n\turl = https://codeberg.org/me/shop.git"], ["targets: [forgejo, cake]"] },
        { "a forge that only its folder tells", ["requirements.txt=", ".gitea/workflows/ci.yml=on: push", ".git/config=[remote \"origin\"]\n\turl = git@code.example.org:me/shop.git"], ["targets: [forgejo, cake]", "outputs: { forgejo: .gitea/workflows/pipeline.yml }"] },
        { "no remote", ["requirements.txt="], ["targets: [github, gitlab, cake]"] },
        { "default branch", ["requirements.txt=", ".git/refs/remotes/origin/HEAD=ref: refs/remotes/origin/trunk\n"], ["branches: { default: trunk }"] },
        { "a workflow of one's own", ["requirements.txt=", ".github/workflows/ci.yml=on: push"], ["outputs: { github: .github/workflows/pipeline.yml }"] },
        { "a pipeline of one's own", ["requirements.txt=", ".gitlab-ci.yml=stages: []"], ["outputs: { gitlab: .gitlab/pipeline.yml }"] },
        { "broken package.json", ["package.json={ not json"], ["stack: node", "manager: npm"] },
    };

    [Theory]
    [MemberData(nameof(Repositories))]
    public async Task The_spec_says_what_the_repository_is(string what, string[] files, string[] expected)
    {
        _ = what;
        Put(files);

        var result = await Support.Cli.RunAsync(_folder, "init", "--yes");

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        var spec = await File.ReadAllTextAsync(Path.Combine(_folder, "pipelinekit.yml"), TestContext.Current.CancellationToken);
        spec.ShouldStartWith("# yaml-language-server: $schema=.pipelinekit/schema.json\nversion: 1\nname: shop\n");
        expected.ShouldAllBe(line => spec.Contains(line, StringComparison.Ordinal), spec);
        spec.Split('\n').Length.ShouldBeLessThanOrEqualTo(26);
        File.Exists(Path.Combine(_folder, ".pipelinekit", "schema.json")).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Repositories))]
    public async Task What_init_writes_is_valid_and_generates(string what, string[] files, string[] expected)
    {
        _ = (what, expected);
        Put(files);
        await Support.Cli.RunAsync(_folder, "init", "--yes");

        var result = await Support.Cli.RunAsync(_folder, "generate");

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
    }

    [Fact]
    public async Task A_spec_that_exists_is_kept()
    {
        Put(["requirements.txt=", "pipelinekit.yml=# mine\n"]);

        var result = await Support.Cli.RunAsync(_folder, "init", "--yes");

        result.Exit.ShouldBe(ExitCode.ProblemsFound);
        result.Error.ShouldContain("pipelinekit.yml exists");
        (await File.ReadAllTextAsync(Path.Combine(_folder, "pipelinekit.yml"), TestContext.Current.CancellationToken)).ShouldBe("# mine\n");
    }

    [Fact]
    public async Task A_dry_run_prints_the_spec_and_writes_nothing()
    {
        Put(["requirements.txt="]);

        var result = await Support.Cli.RunAsync(_folder, "init", "--dry-run");

        result.Out.ShouldContain("stack: python");
        Directory.EnumerateFileSystemEntries(_folder).Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_repository_without_a_project_is_told_what_was_looked_for()
    {
        var result = await Support.Cli.RunAsync(_folder, "init", "--yes");

        result.Exit.ShouldBe(ExitCode.ProblemsFound);
        result.Error.ShouldContain("pyproject.toml");
        Directory.EnumerateFileSystemEntries(_folder).ShouldBeEmpty();
    }

    private void Put(string[] files)
    {
        foreach (var file in files)
        {
            var at = file.IndexOf('=', StringComparison.Ordinal);
            var path = Path.Combine(_folder, file[..at]);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file[(at + 1)..]);
        }
    }
}
