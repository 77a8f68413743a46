using PipelineKit.Cli.Hosting;
using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Running;

/// <summary>A small repository with stages of its own, in which <c>pipelinekit run</c> starts them for real. Nothing in it was generated.</summary>
public sealed class RunSandbox : IAsyncLifetime
{
    private const string Spec = """
        version: 1
        name: small
        targets: [gitlab]
        stack: python
        python: { manager: system }
        stages:
          good: { run: [[sh, -c, "echo fine"]] }
          bad: { run: [[sh, -c, "echo wrong at line 3; exit 7"]] }
          after: { run: [[echo, later]], needs: [bad] }
          secret: { run: [[echo, x]], secrets: [PIPELINEKIT_TEST_TOKEN] }
          gone: { run: [[no-such-tool, x]] }
          endless: { run: [[sh, -c, "sleep 600 & echo $! > endless.pid; wait"]] }
          deaf: { run: [[sh, -c, "trap '' INT TERM HUP; echo $$ > deaf.pid; while :; do sleep 600; done"]] }
          linger: { run: [[sh, -c, "sleep 600 & echo $! > linger.pid"]] }
          telling: { run: [[sh, -c, "echo \"token $PIPELINEKIT_TEST_TOKEN\"; printf '\\033[31mred\\033[0m \\033[2J\\n'; exit 1"]], secrets: [PIPELINEKIT_TEST_TOKEN] }
          ruled: true


        """;

    // A stage of the repository's own whose command reads a support file.
    private const string Stage = """
        stage: 1
        files:
          - { path: .pipelinekit/rules.txt, content: "rules of today\n" }
        jobs:
          main:
            title: Ruled
            phase: check
            run:
              - { name: rules, argv: [cat, .pipelinekit/rules.txt] }

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

    /// <summary>Everything as it was at first.</summary>
    public Task ResetAsync()
    {
        Write("pipelinekit.yml", Spec);
        Write(".pipelinekit/stages/ruled/stage.yml", "id: ruled\ntitle: Ruled\nsummary: Reads a file.\nphase: check\n");
        Write(".pipelinekit/stages/ruled/any.sbn", Stage);
        return Task.CompletedTask;
    }

    public void Write(string path, string text)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public bool Has(string path) => Path.Exists(Path.Combine(Folder, path));

    public string Read(string path) => File.ReadAllText(Path.Combine(Folder, path));

    public void Delete(string path) => File.Delete(Path.Combine(Folder, path));

    internal Task<CliResult> RunAsync(params string[] args) => RunAsync(e => e, args);

    internal Task<CliResult> RunAsync(Func<CliEnvironment, CliEnvironment> change, params string[] args) =>
        Support.Cli.RunAsync(Folder, e => change(e with { Variable = Environment.GetEnvironmentVariable }), ["run", .. args]);
}
