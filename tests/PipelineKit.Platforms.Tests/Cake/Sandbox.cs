using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Shouldly;

namespace PipelineKit.Platforms.Tests.Cake;

/// <summary>A repository in a temporary folder with the emitted files of <see cref="SandboxPipeline"/>, in which <c>dotnet cake</c> runs for real.</summary>
public sealed class Sandbox : IAsyncLifetime
{
    private static readonly string[] Programs = ["probe", "fakepy", "docker"];

    public string Root { get; } = Directory.CreateTempSubdirectory("pipelinekit-cake-").FullName;

    public async ValueTask InitializeAsync()
    {
        Emission.WriteTo(Root, SandboxPipeline.Create());
        Directory.CreateDirectory(Path.Combine(Root, "web"));
        foreach (var program in Programs)
        {
            Install(program);
        }

        Write(".gitignore", "/bin\n/trace.log\n/env.txt\n/pid-*\n/codes\n/versions\n/engine\n/dist\n");
        foreach (var arguments in (string[][])[["init", "--quiet", "--initial-branch=main"], ["add", "--all"], ["-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "--quiet", "--message=start"]])
        {
            (await StartAsync("git", arguments, [])).ExitCode.ShouldBe(0);
        }

        (await StartAsync("dotnet", ["tool", "restore"], [])).ExitCode.ShouldBe(0);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Root, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Forgets everything that an earlier run left behind.</summary>
    public void Reset()
    {
        foreach (var folder in (string[])["codes", "reports", "web/reports", ".cake/state", "dist", "src"])
        {
            if (Directory.Exists(Path.Combine(Root, folder)))
            {
                Directory.Delete(Path.Combine(Root, folder), recursive: true);
            }
        }

        foreach (var file in Directory.EnumerateFiles(Root).Where(f => Path.GetFileName(f) is var n && (n.StartsWith("pid-", StringComparison.Ordinal) || n is "trace.log" or "env.txt" or "engine")))
        {
            File.Delete(file);
        }

        Write("versions", "fakepy 2.0.7\nfakepy 3.0.1\n");
        Write("trace.log", "");
    }

    public void Write(string path, string text)
    {
        var file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public bool Has(string path) => Path.Exists(Path.Combine(Root, path));

    /// <summary>Lets a <c>probe check NAME</c> end with a code.</summary>
    public void Fail(string name, int code) => Write($"codes/{name}", $"{code}\n");

    /// <summary>Calls of programs in order, without those that only ask for versions.</summary>
    public IReadOnlyList<string> Trace() => [.. Read("trace.log").Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Where(l => !l.StartsWith("fakepy", StringComparison.Ordinal) && !l.StartsWith("docker||info", StringComparison.Ordinal))];

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
        info.Environment["PATH"] = Path.Combine(Root, "bin") + Path.PathSeparator + info.Environment["PATH"];
        info.Environment["PROBE_ROOT"] = Root;
        info.Environment["PROBE_LOG"] = Path.Combine(Root, "trace.log");
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

    private void Install(string program, [CallerFilePath] string caller = "")
    {
        var file = Path.Combine(Root, "bin", program);
        Write(Path.Combine("bin", program), File.ReadAllText(Path.Combine(Path.GetDirectoryName(caller)!, "Scripts", "probe.sh")));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}

/// <summary>What one call of the script gave.</summary>
public sealed partial record CakeResult(int ExitCode, string Output)
{
    /// <summary>Tasks that have a status in Cake's table, in their order; its own set-up is left out.</summary>
    public IReadOnlyList<string> With(string status) =>
        [.. Rows().Matches(Output).Where(row => row.Groups["status"].Value == status).Select(row => row.Groups["task"].Value).Where(task => task is not ("Setup" or "Teardown"))];

    [GeneratedRegex(@"^  (?<task>\S+) +(?:\S+ +)?(?<status>Succeeded|Failed|Skipped)\b", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Rows();
}
