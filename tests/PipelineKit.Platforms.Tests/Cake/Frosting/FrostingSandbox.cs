using System.Diagnostics;
using System.Runtime.CompilerServices;
using PipelineKit.Core.Model;
using Shouldly;

namespace PipelineKit.Platforms.Tests.Cake.Frosting;

/// <summary>
/// A repository with the compiled project of the pipeline of all tests. It is built once, with a declaration of the types of Cake.Frosting in the
/// place of the package, over the engine out of Cake.Tool's own package (<c>tests/tools/frosting</c>).
/// </summary>
public sealed class FrostingSandbox : SandboxFolder, IAsyncLifetime
{
    /// <summary>Tasks of a user, beside ours.</summary>
    private const string Mine = """
        using Cake.Common.Diagnostics;
        using Cake.Frosting;

        namespace Build;

        [TaskName("fixtures")]
        public sealed class FixturesTask() : Stage(new() { Needs = ["probe"] })
        {
            protected override void Work() => Run("probe", "say", "fixtures");
        }

        [TaskName("before")]
        [IsDependeeOf(typeof(LintTask))]
        public sealed class BeforeTask : FrostingTask<StageContext>
        {
            public override void Run(StageContext context) => context.Information("before lint");
        }

        [TaskName("mine")]
        [IsDependentOn(typeof(LintTask))]
        [IsDependentOn(typeof(FixturesTask))]
        [IsDependentOn(typeof(TestCoverageTask))]
        public sealed class MineTask : FrostingTask;

        [TaskName("quoting")]
        public sealed class QuotingTask : FrostingTask<StageContext>
        {
            public override void Run(StageContext context) => File.WriteAllText("quoted.txt", Programs.BatchArguments(@"C:\50%\npm.cmd", ["a b", "50%", "say \"hi\"", @"end\", "a&b"]));
        }

        """;

    public async ValueTask InitializeAsync()
    {
        Emission.WriteTo(Root, Pipeline);
        Write("build/Mine.cs", Mine);
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(Declaration)!))
        {
            Write("build/" + Path.GetFileName(file), await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        }

        Begin();
        var (code, output) = await StartAsync(["build", "build", "--nologo", "--verbosity", "quiet"], []);
        code.ShouldBe(0, output);
        output.ShouldContain("0 Warning(s)");
    }

    public ValueTask DisposeAsync()
    {
        Delete();
        return ValueTask.CompletedTask;
    }

    /// <summary>The pipeline of the script's tests, as a project in <c>build</c>.</summary>
    internal static Pipeline Pipeline { get; } = Sandbox.Pipeline with { Settings = new Settings { FrostingFolder = "build" } };

    /// <summary>The file that stands for the package.</summary>
    public string Declaration { get; } = Path.Combine(Repository(), "tests", "tools", "frosting", "CakeFrosting.cs");

    /// <summary>Runs the built project. The database's address is in the environment unless the test says otherwise.</summary>
    public async Task<CakeResult> CakeAsync(params string[] arguments) => await CakeWithAsync(new() { ["DB_HOST"] = "db.example", ["DB_PORT"] = "1" }, arguments);

    public async Task<CakeResult> CakeWithAsync(Dictionary<string, string> env, params string[] arguments)
    {
        var (code, output) = await StartAsync(["run", "--project", "build", "--no-build", "--", .. arguments], env);
        return new(code, output);
    }

    /// <summary>Runs <c>dotnet</c> in the folder.</summary>
    public async Task<(int ExitCode, string Output)> StartAsync(IEnumerable<string> arguments, Dictionary<string, string> env)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var info = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = Root, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        Surround(info.Environment);
        info.Environment["NO_COLOR"] = "1";
        foreach (var (name, value) in env)
        {
            info.Environment[name] = value;
        }

        using var process = Process.Start(info)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, await output + await errors);
    }

    private static string Repository([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", ".."));
}
