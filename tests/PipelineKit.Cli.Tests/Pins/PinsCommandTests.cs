using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Pins;

/// <summary><c>pipelinekit pins</c>, against git repositories and registries of this machine.</summary>
public sealed class PinsCommandTests : IDisposable
{
    private const string Nowhere = "http://127.0.0.1:9";

    private readonly RepositoryCopy _repository = new(Path.Combine(TestFolders.Examples, "python-library"));
    private readonly LocalRegistry _registry = new();
    private readonly string _git = Directory.CreateTempSubdirectory("pipelinekit-git-").FullName;

    public void Dispose()
    {
        _repository.Dispose();
        _registry.Dispose();
        Directory.Delete(_git, recursive: true);
    }

    [Fact]
    public async Task The_table_says_version_commit_age_places_and_owner()
    {
        _repository.Write("pipelinekit.yml", _repository.Read("pipelinekit.yml") + "pins: { ruff: 0.17.6 }\n");

        var result = await Support.Cli.RunAsync(_repository.Folder, "pins");

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        var rows = result.Out.Split('\n');
        rows.ShouldContain("actions/checkout\tv7.0.1\t3d3c42e5aac5ba805825da76410c181273ba90b1\t127 days\tjob code-scanning, job docs, job licence-check, job lint, job sast, job test-coverage\tbuilt-in");
        rows.ShouldContain("ruff\t0.17.6\t\t-\tjob lint\tspec");
        rows.ShouldContain("busybox:1.37.0\t1.37.0\t\t-\tjob quality-gate\tbuilt-in");
        rows.ShouldNotContain(r => r.StartsWith("jest\t", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_action_is_taken_from_the_tags_of_its_repository_when_old_enough()
    {
        var commit = ActionWithTags("actions/checkout", ("v7.1.0", "2026-11-01"), ("v7.2.0-rc1", "2026-11-02"), ("v7.2.0", "2026-11-20"));

        var result = await Update("actions/checkout");

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        result.Out.ShouldBe($"actions/checkout\tv7.0.1\tv7.1.0\t{commit}\t2026-11-01\n");
        _repository.Read(".github/workflows/ci.yml").ShouldContain($"actions/checkout@{commit} # v7.1.0\n");
        _repository.Read(".pipelinekit/lock.yml").ShouldContain($"actions/checkout: v7.1.0@{commit}\n");
        (await Support.Cli.RunAsync(_repository.Folder, "generate", "--check")).Exit.ShouldBe(ExitCode.Ok);
    }

    [Fact]
    public async Task A_Python_package_is_taken_from_its_index_without_withdrawn_and_young_versions()
    {
        _registry.Set("/pypi/ruff/json", """
            { "releases": {
              "0.17.0": [{ "upload_time_iso_8601": "2026-10-01T08:00:00Z", "yanked": false }],
              "0.17.1": [{ "upload_time_iso_8601": "2026-10-02T08:00:00Z", "yanked": true }],
              "0.18.0rc1": [{ "upload_time_iso_8601": "2026-10-03T08:00:00Z", "yanked": false }],
              "0.18.0": [{ "upload_time_iso_8601": "2026-11-19T08:00:00Z", "yanked": false }] } }
            """);

        var result = await Update("ruff");
        result.Out.ShouldBe("ruff\t0.16.4\t0.17.0\t\t2026-10-01\n", result.ToString());
        _repository.Read(".gitlab-ci.yml").ShouldContain("ruff@0.17.0");

        (await Update("ruff", "--older-than", "1d")).Out.ShouldBe("ruff\t0.17.0\t0.18.0\t\t2026-11-19\n");
    }

    [Fact]
    public async Task A_NuGet_package_is_taken_from_the_registrations_of_its_feed()
    {
        _registry.Set("/v3/index.json", $$"""{ "resources": [{ "@id": "{{_registry.Address}}/reg/", "@type": "RegistrationsBaseUrl/3.6.0" }] }""");
        _registry.Set("/reg/docfx/index.json", """
            { "items": [{ "items": [
              { "catalogEntry": { "version": "2.79.0", "published": "2026-10-01T08:00:00Z" } },
              { "catalogEntry": { "version": "2.80.0", "published": "1900-01-01T00:00:00Z", "listed": false } }] }] }
            """);

        var result = await Update("docfx");

        result.Out.ShouldBe("docfx\t2.78.5\t2.79.0\t\t2026-10-01\n", result.ToString());
    }

    [Fact]
    public async Task The_digest_of_an_image_is_taken_from_its_registry()
    {
        var result = await Update("busybox:1.37.0");

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        _repository.Read(".gitlab-ci.yml").ShouldContain($"image: busybox:1.37.0@{_registry.Digest}\n");
        (await Support.Cli.RunAsync(_repository.Folder, "generate", "--check")).Exit.ShouldBe(ExitCode.Ok);
    }

    [Fact]
    public async Task Offline_nothing_changes_and_it_exits_3()
    {
        var result = await Support.Cli.RunAsync(_repository.Folder, e => e with { Variable = name => name.StartsWith("PIPELINEKIT_", StringComparison.Ordinal) ? Nowhere : null }, "pins", "update", "ruff", "actions/checkout");

        result.Exit.ShouldBe(ExitCode.Failure, result.ToString());
        result.Error.ShouldContain("PK4058: ruff could not be asked for");
        result.Error.ShouldContain("PK4058: actions/checkout could not be asked for");
        _repository.Status().ShouldBe("");
    }

    [Fact]
    public async Task What_the_spec_holds_is_not_updated()
    {
        _repository.Write("pipelinekit.yml", _repository.Read("pipelinekit.yml") + "pins: { ruff: 0.16.0 }\n");

        var result = await Update("ruff");

        result.Exit.ShouldBe(ExitCode.ProblemsFound);
        result.Error.ShouldContain("ruff is held at 0.16.0 by `pins:` of the spec");
    }

    private Task<CliResult> Update(params string[] args) => Support.Cli.RunAsync(
        _repository.Folder,
        e => e with
        {
            Variable = name => name switch
            {
                "PIPELINEKIT_GIT_ADDRESS" => _git,
                "PIPELINEKIT_NUGET_INDEX" => _registry.Address + "/v3/index.json",
                _ => name.StartsWith("PIPELINEKIT_", StringComparison.Ordinal) ? _registry.Address : null,
            },
        },
        ["pins", "update", .. args]);

    // The commit of the first tag. Tags are annotated, as those of releases mostly are.
    private string ActionWithTags(string name, params (string Tag, string Day)[] tags)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_git, name)).FullName;
        string[] me = ["-c", "user.name=test", "-c", "user.email=test@example.invalid"];
        var first = "";
        Git(folder, null, ["init", "-q"]);
        foreach (var (tag, day) in tags)
        {
            Git(folder, day, [.. me, "commit", "-q", "--allow-empty", "-m", tag]);
            Git(folder, day, [.. me, "tag", "-a", "-m", tag, tag]);
            first = first.Length > 0 ? first : Git(folder, null, ["rev-parse", "HEAD"]).Trim();
        }

        return first;
    }

    private static string Git(string folder, string? day, string[] args)
    {
        var start = new System.Diagnostics.ProcessStartInfo("git", args) { WorkingDirectory = folder, RedirectStandardOutput = true };
        if (day is not null)
        {
            start.Environment["GIT_COMMITTER_DATE"] = start.Environment["GIT_AUTHOR_DATE"] = day + "T12:00:00Z";
        }

        using var process = System.Diagnostics.Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0);
        return output;
    }
}
