using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Packs;

/// <summary><c>pipelinekit update</c> with a pack of git: what is locked is what is used, without a network, until somebody asks for more.</summary>
public sealed class UpdateTests : IDisposable
{
    private readonly PackOfGit _pack = new();

    public void Dispose() => _pack.Dispose();

    [Fact]
    public async Task A_pack_is_fetched_and_locked_once_and_then_used_offline()
    {
        var folder = _pack.Repository("app");
        (await _pack.RunAsync(folder, "generate")).Error.ShouldContain("PK5006");

        (await _pack.RunAsync(folder, "update")).Exit.ShouldBe(ExitCode.Ok);
        var lockFile = await Read(folder, ".pipelinekit/lock.yml");
        lockFile.ShouldContain("version: 1.4.0");
        lockFile.ShouldMatch("commit: \"?[0-9a-f]{40}");
        lockFile.ShouldMatch("sha256: \"?[0-9a-f]{64}");
        (await Read(folder, ".github/workflows/ci.yml")).ShouldContain("--cov-fail-under=80");

        Directory.Move(_pack.Source, _pack.Source + "-gone");
        var again = await _pack.RunAsync(folder, "generate", "--check");
        Directory.Move(_pack.Source + "-gone", _pack.Source);
        again.Exit.ShouldBe(ExitCode.Ok, again.ToString());
    }

    [Fact]
    public async Task A_newer_version_is_shown_by_what_it_changes_before_anything_is_written()
    {
        var folder = _pack.Repository("app");
        await _pack.RunAsync(folder, "update");
        _pack.Release("1.5.0", 85);
        _pack.Release("2.0.0", 100);
        var before = await Read(folder, ".pipelinekit/lock.yml");

        var shown = await _pack.RunAsync(folder, "update", "acme", "--dry-run");
        shown.Exit.ShouldBe(ExitCode.Ok, shown.ToString());
        shown.Out.ShouldContain("--cov-fail-under=85");
        shown.Error.ShouldContain("acme 1.4.0 -> 1.5.0");
        (await Read(folder, ".pipelinekit/lock.yml")).ShouldBe(before);

        (await _pack.RunAsync(folder, "update", "acme")).Exit.ShouldBe(ExitCode.Ok);
        (await Read(folder, ".github/workflows/ci.yml")).ShouldContain("--cov-fail-under=85");
        (await _pack.RunAsync(folder, "generate", "--check")).Exit.ShouldBe(ExitCode.Ok);
    }

    [Fact]
    public async Task A_fresh_machine_fetches_what_is_locked_and_makes_the_same_files()
    {
        var folder = _pack.Repository("app");
        await _pack.RunAsync(folder, "update");
        _pack.Release("1.5.0", 85);
        Directory.Delete(_pack.Cache, recursive: true);
        (await _pack.RunAsync(folder, "generate", "--check")).Error.ShouldContain("not on this machine");

        var fetched = await _pack.RunAsync(folder, "update", "--locked");
        fetched.Exit.ShouldBe(ExitCode.Ok, fetched.ToString());
        (await _pack.RunAsync(folder, "generate", "--check")).Exit.ShouldBe(ExitCode.Ok);
    }

    [Fact]
    public async Task A_pack_that_was_changed_in_the_cache_or_in_the_lock_is_refused()
    {
        var folder = _pack.Repository("app");
        await _pack.RunAsync(folder, "update");
        var kept = Directory.GetFiles(Path.Combine(_pack.Cache, "packs")).ShouldHaveSingleItem();
        var text = await File.ReadAllTextAsync(kept, TestContext.Current.CancellationToken);

        await File.WriteAllTextAsync(kept, text.Replace("80", "10", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        (await _pack.RunAsync(folder, "generate", "--check")).Error.ShouldContain("PK5006");

        var hash = Path.GetFileNameWithoutExtension(kept);
        var lockFile = await Read(folder, ".pipelinekit/lock.yml");
        await File.WriteAllTextAsync(Path.Combine(folder, ".pipelinekit/lock.yml"), lockFile.Replace(hash, new string('0', 64), StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var refused = await _pack.RunAsync(folder, "update", "--locked");
        refused.Exit.ShouldBe(ExitCode.ProblemsFound);
        refused.Error.ShouldContain("PK5005");
        refused.Error.ShouldContain(hash);
        refused.Error.ShouldContain(new string('0', 64));
    }

    [Fact]
    public async Task Many_updates_at_once_are_all_right()
    {
        var folders = Enumerable.Range(0, 6).Select(i => _pack.Repository($"app{i % 3}")).ToList();

        var results = await Task.WhenAll(folders.Select(f => Task.Run(() => _pack.RunAsync(f, "update"))));

        results.ShouldAllBe(r => r.Exit == ExitCode.Ok);
        foreach (var folder in folders.Distinct())
        {
            (await _pack.RunAsync(folder, "generate", "--check")).Exit.ShouldBe(ExitCode.Ok);
        }
    }

    [Fact]
    public async Task What_cannot_be_had_is_told_in_words()
    {
        var folder = _pack.Repository("app");
        _pack.Git("tag", "--delete", "v1.4.0");
        (await _pack.RunAsync(folder, "update")).Error.ShouldContain("has no tag of a version in ^1.4");
        (await _pack.RunAsync(folder, "update", "acmee")).Exit.ShouldBe(ExitCode.Usage);

        Directory.Delete(Path.Combine(_pack.Source, ".git"), recursive: true);
        var gone = await _pack.RunAsync(folder, "update");
        gone.Exit.ShouldBe(ExitCode.ProblemsFound);
        gone.Error.ShouldContain("git cannot fetch");
    }

    private static Task<string> Read(string folder, string path) => File.ReadAllTextAsync(Path.Combine(folder, path), TestContext.Current.CancellationToken);
}
