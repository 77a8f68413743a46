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
    public async Task An_npm_package_is_taken_by_npm_itself_without_versions_that_were_taken_back()
    {
        using var node = NodeRepository();
        _registry.Set("/jest", """
            { "name": "jest", "dist-tags": { "latest": "30.7.0" },
              "versions": { "30.5.2": { "name": "jest", "version": "30.5.2" }, "30.6.0": { "name": "jest", "version": "30.6.0" }, "31.0.0-alpha.1": { "name": "jest", "version": "31.0.0-alpha.1" }, "30.7.0": { "name": "jest", "version": "30.7.0" } },
              "time": { "created": "2016-01-01T08:00:00.000Z", "modified": "2026-11-20T08:00:00.000Z", "30.5.2": "2026-08-01T08:00:00.000Z", "30.6.0": "2026-10-01T08:00:00.000Z",
                "30.6.1": "2026-10-02T08:00:00.000Z", "31.0.0-alpha.1": "2026-10-03T08:00:00.000Z", "30.7.0": "2026-11-20T08:00:00.000Z" } }
            """);

        var result = await Update(node, "jest");

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        result.Out.ShouldStartWith("jest\t30.5.2\t30.6.0\t\t2026-10-01\n");
        node.Read(".pipelinekit/lock.yml").ShouldContain("jest: 30.6.0\n");
    }

    [Fact]
    public async Task An_npm_package_with_a_scope_and_one_version_is_understood()
    {
        using var node = NodeRepository();
        _registry.Set("/@biomejs/biome", """
            { "name": "@biomejs/biome", "dist-tags": { "latest": "2.7.0" }, "versions": { "2.7.0": { "name": "@biomejs/biome", "version": "2.7.0" } }, "time": { "2.7.0": "2026-10-01T08:00:00.000Z" } }
            """);

        (await Update(node, "biome")).Out.ShouldStartWith("biome\t2.6.8\t2.7.0\t\t2026-10-01\n");
    }

    [Fact]
    public async Task A_tool_that_is_released_on_a_forge_is_taken_from_the_tags_there()
    {
        ActionWithTags("gitleaks/gitleaks", ("v8.31.0", "2026-11-01"), ("v8.32.0", "2026-11-20"));

        var result = await Update("gitleaks");

        result.Out.ShouldStartWith("gitleaks\t8.30.1\t8.31.0\t\t2026-11-01\n", customMessage: result.ToString());
    }

    [Fact]
    public async Task A_newer_tag_of_an_image_is_taken_from_its_registry_when_old_enough()
    {
        _registry.Image("library/busybox", ("1.36.0", "2026-01-01"), ("1.37.0", "2026-02-01"), ("latest", "2026-11-20"), ("1.37.2", "2026-10-01"), ("1.37.10", "2026-11-20"), ("1.38.0-musl", "2026-10-01"), ("20261001", "2026-10-01"), ("1", "2026-10-01"));

        (await Update("busybox:1.37.0")).Out.ShouldStartWith("busybox:1.37.0\t1.37.0\t1.37.2\t\t2026-10-01\n");

        _repository.Read(".gitlab-ci.yml").ShouldContain("image: busybox:1.37.2\n");
        _repository.Read(".pipelinekit/lock.yml").ShouldContain("busybox:1.37.0: 1.37.2\n");
        (await Update("busybox:1.37.0", "--older-than", "1d")).Out.ShouldStartWith("busybox:1.37.0\t1.37.2\t1.37.10\t\t2026-11-20\n");
        (await Support.Cli.RunAsync(_repository.Folder, "generate", "--check")).Exit.ShouldBe(ExitCode.Ok);
    }

    [Fact]
    public async Task An_image_that_does_not_say_its_day_is_taken_only_without_a_cooldown()
    {
        _registry.Image("library/busybox", ("1.37.0", "2026-02-01"), ("1.37.1", "1970-01-01"));

        var waits = await Update("busybox:1.37.0");
        waits.Error.ShouldContain("nothing says since when 1.37.1 is out; `--older-than 0d` takes it all the same");
        _repository.Status().ShouldBe("");

        (await Update("busybox:1.37.0", "--older-than", "0d")).Out.ShouldStartWith("busybox:1.37.0\t1.37.0\t1.37.1\t\t-\n");
    }

    [Fact]
    public async Task With_digests_generate_says_which_are_not_known_and_update_takes_them()
    {
        AskForDigests();
        var offline = await Support.Cli.RunAsync(_repository.Folder, "generate");
        offline.Exit.ShouldBe(ExitCode.Ok, offline.ToString());
        offline.Error.ShouldContain("PK4059: the image busybox:1.37.0 has no digest, because none is known");
        offline.Error.ShouldContain("PK4059: the image ghcr.io/astral-sh/uv:0.12.5-python");
        _repository.Read(".gitlab-ci.yml").ShouldNotContain("sha256");
        var images = Images();

        images.ForEach(i => _registry.Image(Name(i), (Tag(i), "2026-11-20")));
        var result = await Update("--older-than", "7d");

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        images.ShouldAllBe(i => i.Contains('$') || _repository.Read(".gitlab-ci.yml").Contains($"{i}@{LocalRegistry.DigestOf(Name(i), Tag(i), "2026-11-20")}\n"));
        var good = await Support.Cli.RunAsync(_repository.Folder, "generate", "--check");
        good.Exit.ShouldBe(ExitCode.Ok, good.ToString());
        good.Error.ShouldNotContain("the image busybox");
    }

    [Fact]
    public async Task A_newer_tool_in_a_tag_brings_the_digest_of_the_newer_image()
    {
        AskForDigests();
        await Support.Cli.RunAsync(_repository.Folder, "generate");
        var before = Images().First(i => i.Contains("uv:", StringComparison.Ordinal) && !i.Contains('$'));
        var after = before.Replace("0.12.5", "0.13.0", StringComparison.Ordinal);
        _registry.Image(Name(before), (Tag(before), "2026-01-01"), (Tag(after), "2026-11-01"));
        _registry.Set("/pypi/uv/json", """{ "releases": { "0.13.0": [{ "upload_time_iso_8601": "2026-10-01T08:00:00Z", "yanked": false }] } }""");

        var result = await Update("uv");

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        _repository.Read(".gitlab-ci.yml").ShouldContain($"{after}@{LocalRegistry.DigestOf(Name(after), Tag(after), "2026-11-01")}\n");
        _repository.Read(".gitlab-ci.yml").ShouldNotContain(before);
        (await Support.Cli.RunAsync(_repository.Folder, "generate", "--check")).Exit.ShouldBe(ExitCode.Ok);
    }

    [Fact]
    public async Task A_tag_that_was_made_anew_is_taken_when_old_enough_where_it_has_a_digest()
    {
        AskForDigests();
        _registry.Image("library/busybox", ("1.37.0", "2026-02-01"));
        await Update("busybox:1.37.0");

        _registry.Image("library/busybox", ("1.37.0", "2026-11-20"));
        (await Update("busybox:1.37.0")).Out.ShouldBe("");
        var digest = LocalRegistry.DigestOf("library/busybox", "1.37.0", "2026-11-20");
        (await Update("busybox:1.37.0", "--older-than", "1d")).Out.ShouldStartWith($"busybox:1.37.0\t1.37.0\t1.37.0\t{digest}\t2026-11-20\n");
    }

    [Fact]
    public async Task Services_get_digests_on_all_platforms()
    {
        using var repository = new RepositoryCopy(Path.Combine(TestFolders.Examples, "flask-mariadb"));
        repository.Write("pipelinekit.yml", repository.Read("pipelinekit.yml") + "pins: { digests: true }\n");
        await Support.Cli.RunAsync(repository.Folder, "generate");
        var image = System.Text.RegularExpressions.Regex.Match(repository.Read(".github/workflows/ci.yml"), "image: (mariadb:[^\n]+)").Groups[1].Value;
        _registry.Image(Name(image), (Tag(image), "2026-01-01"));

        var result = await Update(repository, image);

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        var whole = $"{image}@{LocalRegistry.DigestOf(Name(image), Tag(image), "2026-01-01")}\n";
        repository.Read(".github/workflows/ci.yml").ShouldContain(whole);
        repository.Read(".gitlab-ci.yml").ShouldContain(whole);
        repository.Read(".pipelinekit/lock.yml").ShouldContain($"{image}: {Tag(image)}@sha256:");
    }

    [Fact]
    public async Task Asked_for_the_table_has_the_age_of_tools_images_and_actions_of_the_lock_file_too()
    {
        var commit = ActionWithTags("actions/checkout", ("v7.1.0", "2026-11-01"));
        await Update("actions/checkout");
        _registry.Image("library/busybox", ("1.37.0", "2026-11-11"));
        _registry.Set("/pypi/ruff/json", """{ "releases": { "0.16.4": [{ "upload_time_iso_8601": "2026-11-01T08:00:00Z", "yanked": false }] } }""");

        var result = await Run(_repository, "pins", "--ask");

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        result.Out.ShouldContain($"actions/checkout\tv7.1.0\t{commit}\t20 days\t");
        result.Out.ShouldContain("ruff\t0.16.4\t\t20 days\t");
        result.Out.ShouldContain("busybox:1.37.0\t1.37.0\t\t10 days\t");
        result.Out.ShouldContain("bandit\t1.9.4\t\t-\t");
        result.Error.ShouldContain("PK4058: bandit could not be asked for");
    }

    [Theory]
    [InlineData("update")]
    [InlineData("update", "ruff", "actions/checkout")]
    [InlineData("--ask")]
    public async Task Offline_nothing_changes_and_it_exits_3(params string[] args)
    {
        var result = await Support.Cli.RunAsync(_repository.Folder, e => e with { Variable = name => name.StartsWith("PIPELINEKIT_", StringComparison.Ordinal) ? Nowhere : null }, ["pins", .. args]);

        result.Exit.ShouldBe(ExitCode.Failure, result.ToString());
        result.Error.ShouldContain("PK4058: ruff could not be asked for");
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

    private Task<CliResult> Update(params string[] args) => Update(_repository, args);

    private Task<CliResult> Update(RepositoryCopy repository, params string[] args) => Run(repository, ["pins", "update", .. args]);

    private Task<CliResult> Run(RepositoryCopy repository, params string[] args) => Support.Cli.RunAsync(
        repository.Folder,
        e => e with
        {
            Variable = name => name switch
            {
                "PIPELINEKIT_GIT_ADDRESS" => _git,
                "PIPELINEKIT_NUGET_INDEX" => _registry.Address + "/v3/index.json",
                _ => name.StartsWith("PIPELINEKIT_", StringComparison.Ordinal) ? _registry.Address : null,
            },
        },
        args);

    // npm is told by its own settings where to ask.
    private RepositoryCopy NodeRepository()
    {
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        Assert.SkipUnless((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(p => File.Exists(Path.Combine(p, npm))), "npm is not installed");
        var node = new RepositoryCopy(Path.Combine(TestFolders.Examples, "node-library"));
        node.Write(".npmrc", $"registry={_registry.Address}/\naudit=false\nfund=false\nupdate-notifier=false\nfetch-retries=0\n");
        return node;
    }

    private void AskForDigests() => _repository.Write("pipelinekit.yml", _repository.Read("pipelinekit.yml") + "pins: { digests: true }\n");

    private List<string> Images() =>
        [.. System.Text.RegularExpressions.Regex.Matches(_repository.Read(".gitlab-ci.yml"), "(?:image|name): ([a-z./-]+:[^\n@]+)\n").Select(m => m.Groups[1].Value.Trim('"')).Distinct()];

    private static string Name(string image) => image[..image.IndexOf(':', StringComparison.Ordinal)] is var name && name.Contains('.', StringComparison.Ordinal) ? name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..]
        : name.Contains('/', StringComparison.Ordinal) ? name : "library/" + name;

    private static string Tag(string image) => image[(image.IndexOf(':', StringComparison.Ordinal) + 1)..];

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
