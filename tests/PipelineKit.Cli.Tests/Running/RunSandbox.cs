using PipelineKit.Cli.Hosting;
using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Running;

/// <summary>A small repository with stages of its own, in which <c>pipelinekit run</c> starts <c>dotnet cake</c> for real.</summary>
public sealed class RunSandbox : IAsyncLifetime
{
    private const string Spec = """
        version: 1
        name: small
        targets: [cake]
        stack: python
        python: { manager: system }
        stages:
          good: { run: [[sh, -c, "echo fine"]] }
          bad: { run: [[sh, -c, "echo wrong at line 3; exit 7"]] }
          after: { run: [[echo, later]], needs: [bad] }
          secret: { run: [[echo, x]], secrets: [PIPELINEKIT_TEST_TOKEN] }
          gone: { run: [[no-such-tool, x]] }
          endless: { run: [[sh, -c, "sleep 600 & echo $! > endless.pid; wait"]] }

        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pipelinekit-run-");

    public string Folder => _folder.FullName;

    public async ValueTask InitializeAsync()
    {
        await ResetAsync();
        Tool.Run(Folder, "git", ["init", "--quiet", "--initial-branch=main"]).Exit.ShouldBe(0);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Everything as it was generated.</summary>
    public async Task ResetAsync()
    {
        Write("pipelinekit.yml", Spec);
        var result = await Support.Cli.RunAsync(Folder, "generate", "--force");
        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
    }

    public void Write(string path, string text) => File.WriteAllText(Path.Combine(Folder, path), text);

    public string Read(string path) => File.ReadAllText(Path.Combine(Folder, path));

    public void Delete(string path) => File.Delete(Path.Combine(Folder, path));

    internal Task<CliResult> RunAsync(params string[] args) => RunAsync(e => e, args);

    internal Task<CliResult> RunAsync(Func<CliEnvironment, CliEnvironment> change, params string[] args) =>
        Support.Cli.RunAsync(Folder, e => change(e with { Variable = Environment.GetEnvironmentVariable }), ["run", .. args]);
}
