// Whole processes, timed in pairs with what one would run instead. docs/explanation/performance.md holds what was measured.

Task("measure")
    .Description("`generate` as a process, and many repositories in one (--example, --repositories)")
    .Does(() => InTemporaryFolder(folder =>
    {
        var example = Argument("example", "python-library");
        Run("dotnet", "publish", "src/PipelineKit.Cli", "-c", "Release", "--use-current-runtime", "-o", $"{folder}/program", "-v", "q", "--nologo");
        var program = $"{folder}/program/pipelinekit";
        var repository = $"{folder}/{example}";
        CopyDirectory($"examples/{example}", repository);
        string[] generate = [program, "generate", "--quiet", "-C", repository];
        // The first run writes what the example has not committed, so that the measured ones find everything up to date.
        Milliseconds(generate);
        Report("pipelinekit --version", Times(15, () => Milliseconds(program, "--version")));
        Report($"generate -C {example}", Times(15, () => Milliseconds(generate)));
        EnsureDirectoryExists($"{repository}/many");
        for (var i = 0; i < 20_000; i++)
            System.IO.File.WriteAllText($"{repository}/many/{i}", "");
        Report("generate, 20,000 more files", Times(15, () => Milliseconds(generate)));

        // Only what the program itself needs is compiled ahead of time: the benchmark library brings a compiler with it.
        Run("dotnet", "publish", "tests/PipelineKit.Benchmarks", "-c", "Release", "--use-current-runtime", "--self-contained", "false",
            "-p:PublishReadyToRun=true", "-o", $"{folder}/benchmarks", "-v", "q", "--nologo");
        Run([$"{folder}/benchmarks/PipelineKit.Benchmarks", "repositories", .. Arguments("repositories", "1000")]);
    }));

Task("measure-run")
    .Description("`pipelinekit run` and `dotnet cake` in examples/monorepo, beside a Makefile and an empty script (--rounds)")
    .IsDependentOn("set-up")
    .Does(() => InTemporaryFolder(folder =>
    {
        var rounds = Argument("rounds", 5);
        Run("dotnet", "publish", "src/PipelineKit.Cli", "-c", "Release", "--use-current-runtime", "-o", $"{folder}/program", "-v", "q", "--nologo");
        var program = $"{folder}/program/pipelinekit";
        var repository = $"{folder}/rates";
        CopyDirectory("examples/monorepo", repository);
        foreach (var command in new[] { "init -q -b main", "remote add origin https://gitlab.com/example/rates.git", "add -A",
            "-c user.name=measure -c user.email=measure@example.invalid commit -q -m measure" }) // documentation links to the sources
            Run(["git", "-C", repository, .. command.Split(' ')]);
        System.IO.File.WriteAllText($"{folder}/Makefile", MakefileOf(Output(program, "explain", "--quiet", "-C", repository)));
        var node = MakeAbsolute(Directory("tests/tools/node/node_modules/node-22/bin")).FullPath;
        System.Environment.SetEnvironmentVariable("PATH", node + System.IO.Path.PathSeparator + EnvironmentVariable("PATH"));

        // Cake alone, with the same manifest and configuration.
        CopyDirectory($"{repository}/.config", $"{folder}/bare/.config");
        CopyFile($"{repository}/cake.config", $"{folder}/bare/cake.config");
        System.IO.File.WriteAllText($"{folder}/bare/build.cake", "Task(\"Default\").Does(() => Information(\"done\"));\nRunTarget(\"Default\");\n");
        double Script(string place) => MillisecondsIn(place, "dotnet", "cake", "--description");
        double Make() => MillisecondsIn(repository, "make", "--no-print-directory", "-f", $"{folder}/Makefile", "all");
        double Gate(params string[] options) => Milliseconds([program, "run", "-C", repository, .. options]);

        // Once without a clock: fills the caches of all tools and compiles the scripts.
        MillisecondsIn(repository, "dotnet", "tool", "restore");
        foreach (var place in new[] { repository, $"{folder}/bare" })
            Script(place);
        Make();
        Gate();
        ReportPairs("dotnet cake --description", "an empty script", Times(rounds * 3, () => (Script(repository), Script($"{folder}/bare"))));
        ReportPairs("pipelinekit run", "make", Times(rounds, () => (AfterPause(() => Gate()), AfterPause(Make))));
        Gate("--incremental");
        Report("pipelinekit run --incremental, nothing has changed", Times(rounds * 3, () => Gate("--incremental")));

        // ext4 passes over every inode that was freed in the last half minute before it takes one, and `npm ci` has just freed thousands:
        // without a pause each run would pay for the one before it.
        double AfterPause(Func<double> run)
        {
            if (new DriveInfo(folder).DriveFormat.StartsWith("ext"))
                System.Threading.Thread.Sleep(TimeSpan.FromSeconds(40));
            return run();
        }
    }));

List<T> Times<T>(int count, Func<T> measure) => [.. Enumerable.Range(0, count).Select(_ => measure())];

double Milliseconds(params string[] command) => MillisecondsIn(".", command);

// A command that fails has no time worth telling.
double MillisecondsIn(string folder, params string[] command)
{
    var start = new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
    var clock = Stopwatch.StartNew();
    using var process = Process.Start(start);
    var (code, said) = Ended(process);
    return code == 0 ? clock.Elapsed.TotalMilliseconds : throw new CakeException($"exit code {code}: {string.Join(' ', command)}\n{said}");
}

string Output(params string[] command)
{
    using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true });
    return process.StandardOutput.ReadToEnd();
}

void Report(string name, List<double> times) =>
    Information("{0,-52} median {1,6:0} ms   ({2})", name, Median(times), string.Join(' ', times.Select(t => $"{t:0}")));

void ReportPairs(string name, string other, List<(double One, double Other)> times)
{
    Report(name, times.ConvertAll(t => t.One));
    Report(other, times.ConvertAll(t => t.Other));
    var ratios = times.ConvertAll(t => t.One / t.Other);
    Information("{0,-52} median {1:0.00}   ({2})", $"{name} / {other}", Median(ratios), string.Join(' ', ratios.Select(r => $"{r:0.00}")));
}

double Median(List<double> values) => values.Order().Skip((values.Count - 1) / 2).Take(2 - values.Count % 2).Average();
