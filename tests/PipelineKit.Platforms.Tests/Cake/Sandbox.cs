using System.Diagnostics;
using System.Text.RegularExpressions;
using PipelineKit.Core.Model;
using Shouldly;

namespace PipelineKit.Platforms.Tests.Cake;

/// <summary>A repository with the emitted files of the pipeline of all tests, in which <c>dotnet cake</c> runs for real.</summary>
public sealed class Sandbox : SandboxFolder, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        Emission.WriteTo(Root, Pipeline);
        Begin();
        (await StartAsync("dotnet", ["tool", "restore"], [])).ExitCode.ShouldBe(0);
    }

    public ValueTask DisposeAsync()
    {
        Delete();
        return ValueTask.CompletedTask;
    }

    /// <summary>The pipeline: every behaviour of a run once.</summary>
    internal static Pipeline Pipeline { get; } = SandboxPipeline.Create(
        [SandboxPipeline.Job("test-coverage", SandboxPipeline.Probe("check", "tests")) with { Install = Make.Install("probe", "install") with { Inputs = ["input.lock"] } }],
        TimeSpan.FromSeconds(2));

    /// <summary>Runs <c>dotnet cake</c>. The database's address is in the environment unless the test says otherwise.</summary>
    public async Task<CakeResult> CakeAsync(params string[] arguments) => await CakeWithAsync(new() { ["DB_HOST"] = "db.example", ["DB_PORT"] = "1" }, arguments);

    public async Task<CakeResult> CakeWithAsync(Dictionary<string, string> env, params string[] arguments)
    {
        var (code, output) = await StartAsync("dotnet", ["cake", .. arguments], env);
        return new(code, output);
    }

    public Process Start(string program, IEnumerable<string> arguments, Dictionary<string, string> env)
    {
        var info = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        Surround(info.Environment);
        info.Environment["NO_COLOR"] = "1";
        foreach (var (name, value) in env)
        {
            info.Environment[name] = value;
        }

        return Process.Start(info)!;
    }

    /// <summary>Runs any program in the folder.</summary>
    public async Task<(int ExitCode, string Output)> StartAsync(string program, IEnumerable<string> arguments, Dictionary<string, string> env)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var process = Start(program, arguments, env);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, await output + await errors);
    }
}

/// <summary>What one call of the script gave.</summary>
public sealed partial record CakeResult(int ExitCode, string Output)
{
    /// <summary>Tasks that have a status in Cake's table, in their order; its own set-up is left out.</summary>
    public IReadOnlyList<string> With(string status) =>
        [.. Rows().Matches(Output).Where(row => row.Groups["status"].Value == status).Select(row => row.Groups["task"].Value).Where(task => task is not ("Setup" or "Teardown"))];

    [GeneratedRegex(@"^ *(?<task>\S+) +(?:\S+ +)?(?<status>Succeeded|Failed|Skipped)\b", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Rows();
}
