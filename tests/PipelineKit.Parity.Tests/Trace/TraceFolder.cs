using System.Collections;
using System.Diagnostics;
using System.Text.RegularExpressions;
using PipelineKit.Parity.Tests.Tables;

namespace PipelineKit.Parity.Tests.Trace;

/// <summary>A temporary folder with probes for all programs of some jobs, and for each platform a repository in which they are the only thing that runs.</summary>
internal sealed class TraceFolder : IDisposable
{
    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly IReadOnlyList<TraceJob> _jobs;
    private readonly Dictionary<string, string> _secrets;
    private readonly string _probe = File.ReadAllText(Path.Combine(Places.Tests, "Trace", "probe.sh"));

    /// <param name="jobs">The jobs that will run.</param>
    /// <param name="toolchains">Programs that are asked for their version.</param>
    /// <param name="names">Variables to write down.</param>
    public TraceFolder(IReadOnlyList<TraceJob> jobs, IEnumerable<string> toolchains, IEnumerable<string> names)
    {
        _jobs = jobs;
        Names = [.. names];
        _secrets = jobs.SelectMany(job => job.Secrets).Select(s => s.Value).Distinct(StringComparer.Ordinal).ToDictionary(name => name, SecretText);
        foreach (var program in jobs.SelectMany(Programs).Concat(toolchains).Concat(ToolchainTable.SetUpPrograms).Distinct(StringComparer.Ordinal).Where(p => !p.StartsWith("./", StringComparison.Ordinal)))
        {
            Install(Path.Combine(Bin, program.StartsWith('/') ? "root" + program : program));
        }

        foreach (var job in jobs)
        {
            Write($"plan/artifacts/{job.Id}", string.Concat(job.Artifacts.Select(path => path + "\n")));
            if (job.Leaves[0].Count > 0)
            {
                Write($"plan/matrix/{job.Id}", "");
            }
        }
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("pipelinekit-trace-").FullName;

    public IReadOnlyList<string> Names { get; }

    /// <summary>Secrets that the jobs use, with what the test says they are.</summary>
    public IReadOnlyDictionary<string, string> Secrets => _secrets;

    public string TraceFile(string platform) => Path.Combine(Root, platform + ".trace");

    public static string SecretText(string name) => "secret " + name;

    /// <summary>
    /// A generated text in which the programs that PATH does not find start their probes: those with an absolute path, and those that a shell has built
    /// in. The probes write down the names that they stand for.
    /// </summary>
    public string ForProbes(string text)
    {
        foreach (var program in _jobs.SelectMany(Programs).Distinct(StringComparer.Ordinal))
        {
            text = program.StartsWith('/') ? text.Replace(program, Path.Combine(Bin, "root") + program, StringComparison.Ordinal)
                : program == "echo" ? Regex.Replace(text, @"\becho\b", Path.Combine(Bin, program))
                : text;
        }

        return text;
    }

    /// <summary>What has to be started so that the probe of a program runs.</summary>
    public string ProbeOf(string program) => program.StartsWith('/') ? Path.Combine(Bin, "root") + program : program;

    private string Bin => Path.Combine(Root, "bin");

    /// <summary>Writes down which commands fail in a scenario.</summary>
    public void Plan(Scenario scenario)
    {
        foreach (var job in scenario.Jobs.Where(job => scenario.Failing.ContainsKey(job.Id)))
        {
            var (command, code) = scenario.Failing[job.Id];
            var lines = job.Leaves.Select(command.In).OfType<IReadOnlyList<string>>().Select(argv => TraceRecord.PlanLine(code, argv)).Distinct(StringComparer.Ordinal);
            Write($"plan/{job.Id}@{scenario.Name}", string.Concat(lines));
        }
    }

    /// <summary>A repository without anything that an earlier job left behind.</summary>
    public string Fresh(string platform)
    {
        var root = Path.Combine(Root, platform);
        if (Directory.Exists(root))
        {
            Directory.Delete(root, recursive: true);
        }

        foreach (var job in _jobs)
        {
            var folder = Directory.CreateDirectory(Path.Combine(root, job.Directory)).FullName;
            File.WriteAllText(Path.Combine(folder, ".keep"), "");
            foreach (var program in Programs(job).Where(p => p.StartsWith("./", StringComparison.Ordinal)))
            {
                Install(Path.Combine(folder, program));
            }
        }

        return root;
    }

    public void Write(string path, string text)
    {
        var file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    /// <summary>Starts a program with the probes first on PATH, and without any variable that could be taken for one of the jobs'.</summary>
    public async Task<(int ExitCode, string Output)> StartAsync(
        string platform, IReadOnlyList<string> command, string directory, IEnumerable<KeyValuePair<string, string>> env, string input = "")
    {
        var cancellation = TestContext.Current.CancellationToken;
        var info = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.Environment.Clear();
        foreach (var (name, value) in Variables(platform, env))
        {
            info.Environment[name] = value;
        }

        using var process = Process.Start(info)!;
        await process.StandardInput.WriteAsync(input.AsMemory(), cancellation);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>An environment with the probes first on PATH, and without any variable that could be taken for one of the jobs'.</summary>
    public IReadOnlyDictionary<string, string> Variables(string platform, IEnumerable<KeyValuePair<string, string>> env)
    {
        var own = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(e => KeyValuePair.Create((string)e.Key, (string?)e.Value ?? ""));
        var variables = own.Where(e => !IsOfPipeline(e.Key)).ToDictionary(e => e.Key, e => e.Value);
        var path = variables["PATH"];
        foreach (var (name, value) in env)
        {
            variables[name] = value;
        }

        variables["PATH"] = Bin + Path.PathSeparator + path;
        variables["TRACE_BIN"] = Bin;
        variables["TRACE_FILE"] = TraceFile(platform);
        variables["TRACE_PLAN"] = Path.Combine(Root, "plan");
        variables["TRACE_NAMES"] = string.Join(' ', Names);
        return variables;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static IEnumerable<string> Programs(TraceJob job) => job.Install.Concat(job.Run).SelectMany(command => command.Argv?.Take(1) ?? []).Select(a => a.ToString());

    private bool IsOfPipeline(string name) =>
        Names.Contains(name) || name == "CI" || ((string[])["PK_", "CI_", "GITHUB_", "GITLAB_", "TRACE_", "RUNNER_"]).Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    private void Install(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, _probe);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, Executable);
        }
    }
}
