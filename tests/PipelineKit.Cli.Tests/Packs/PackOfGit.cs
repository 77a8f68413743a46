using PipelineKit.Cli.Tests.Support;

namespace PipelineKit.Cli.Tests.Packs;

/// <summary>A pack in a git repository on this machine, with a tag per version, and repositories that extend it.</summary>
internal sealed class PackOfGit : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pipelinekit-").FullName;

    public PackOfGit()
    {
        Directory.CreateDirectory(Source);
        Git("init", "-q", "-b", "main");
        Release("1.4.0", 80);
    }

    public string Source => Path.Combine(_folder, "acme");

    public string Cache => Path.Combine(_folder, "cache");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Commits a version whose rule is a least coverage, and tags it.</summary>
    public void Release(string version, int minimum, string? tag = null)
    {
        File.WriteAllText(Path.Combine(Source, "pack.yml"), $"pack: 1\nname: acme\nversion: {version}\nrules:\n  minimum: {{ test-coverage: {minimum} }}\n");
        Git("add", "-A");
        Git("-c", "user.name=test", "-c", "user.email=test@example.invalid", "commit", "-q", "--allow-empty", "-m", version);
        Git("tag", "--force", tag ?? $"v{version}");
    }

    /// <summary>An empty repository with a spec that extends the pack.</summary>
    public string Repository(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;
        File.WriteAllText(
            Path.Combine(folder, "pipelinekit.yml"),
            $"version: 1\nname: {name}\nextends: [{{ pack: acme, from: \"git+file://{Source}\", version: ^1.4 }}]\ntargets: [github]\nstack: python\nstages:\n  test-coverage:\n");
        return folder;
    }

    /// <summary>Runs the program with the cache of this pack.</summary>
    public Task<CliResult> RunAsync(string folder, params string[] args) =>
        Support.Cli.RunAsync(folder, e => e with { Variable = name => name == "PIPELINEKIT_CACHE" ? Cache : null }, args);

    public void Git(params string[] args)
    {
        var result = Tool.Run(Source, "git", args);
        if (result.Exit != 0)
        {
            throw new InvalidOperationException(result.ToString());
        }
    }
}
