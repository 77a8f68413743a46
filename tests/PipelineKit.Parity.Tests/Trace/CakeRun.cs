using System.Text.RegularExpressions;
using PipelineKit.Parity.Tests.Cake;

namespace PipelineKit.Parity.Tests.Trace;

/// <summary>
/// Runs the jobs of a Cake script by <c>dotnet cake</c>: one process per scenario, one job at a time, so that a variable of the stage names the job that a
/// probe belongs to; Cake's own table tells how each ended. Toolchains are asked for their version before anything runs; the probes answer with what the jobs want. Where jobs want two versions of
/// one toolchain that is no matter of a variable, one machine cannot have both, so the script runs once for each.
/// </summary>
internal sealed partial class CakeRun(TraceFolder folder, string script, IEnumerable<KeyValuePair<string, string>> services)
{
    private readonly Traces _traces = new("cake");
    private readonly IReadOnlyList<CakeToolchain> _toolchains = CakeToolchain.ReadAll(script);

    public async Task<Traces> RunAsync(IReadOnlyList<Scenario> scenarios)
    {
        var root = await PrepareAsync();
        foreach (var scenario in scenarios)
        {
            foreach (var machine in CakeToolchain.Machines(_toolchains, scenario.Jobs))
            {
                await RunAsync(root, scenario, machine);
            }
        }

        return _traces;
    }

    private async Task<string> PrepareAsync()
    {
        var root = folder.Fresh("cake");
        folder.Write("cake/pipelinekit.cake", folder.ForProbes(script));
        var shared = Directory.GetFiles(Path.Combine(Places.Repository, "src", "PipelineKit.Platforms", "Cake", "Scripts"), "*.cake");
        foreach (var file in shared)
        {
            folder.Write("cake/.pipelinekit/" + Path.GetFileName(file), await File.ReadAllTextAsync(file));
        }

        var example = Path.Combine(Places.Repository, "examples", "python-library");
        foreach (var file in (string[])["cake.config", ".config/dotnet-tools.json"])
        {
            folder.Write("cake/" + file, await File.ReadAllTextAsync(Path.Combine(example, file)));
        }

        folder.Write("cake/build.cake", Build);
        var (code, output) = await folder.StartAsync("cake", [DotNet, "tool", "restore"], root, []);
        code.ShouldBe(0, output);
        return root;
    }

    private async Task RunAsync(string root, Scenario scenario, IReadOnlyDictionary<string, string> machine)
    {
        foreach (var (program, answer) in CakeToolchain.Answers(_toolchains, machine))
        {
            folder.Write("plan/answers/" + program.Replace('/', '_'), answer);
        }

        File.Delete(folder.TraceFile("cake"));
        var (_, output) = await folder.StartAsync(
            "cake",
            [DotNet, "cake", "--allow-publish", "--allow-skips", "--target=traced", .. scenario.Jobs.Select(job => "--traced=" + job.Id)],
            root,
            [
                .. services, .. folder.Secrets,
                new("TRACE_ROOT", root), new("TRACE_ANSWERS", "answers"), new("TRACE_SCENARIO", scenario.Name),
                new("NO_COLOR", "1"), new("DOTNET_NOLOGO", "1"), new("DOTNET_CLI_TELEMETRY_OPTOUT", "1"),
            ]);
        var table = Rows().Matches(output).ToDictionary(row => row.Groups["task"].Value, row => row.Groups["status"].Value);
        table.ShouldNotBeEmpty(output);
        var ran = from job in scenario.Jobs
                  from leaf in job.Leaves
                  let name = leaf.Count == 0 ? job.Id : $"{job.Id}-{string.Join('-', leaf.Select(value => $"{value.Key}-{value.Value}"))}"
                  where table.GetValueOrDefault(name) is "Succeeded" or "Failed"
                  select KeyValuePair.Create(new TracedLeaf(job.Id, scenario.Name, TraceJob.NameOf(leaf)), table[name] == "Succeeded" ? Traces.Passed : Traces.Failed);
        AddRecords(scenario, [.. ran.Where(leaf => _traces.Verdicts.TryAdd(leaf.Key, leaf.Value)).Select(leaf => leaf.Key)]);
    }

    // The user's own file: once the tools were looked for, every stage tells the probes whose they are.
    private const string Build = """
        #load "pipelinekit.cake"

        Setup(context =>
        {
            foreach (var (name, stage) in stages)
            {
                var job = name;
                foreach (var (key, value) in stage.Env.Where(variable => variable.Key.StartsWith("PK_")))
                {
                    job = job.Replace($"-{key[3..].ToLowerInvariant().Replace('_', '-')}-{value}", "");
                }

                stage.Env["TRACE_JOB"] = $"{job}@{EnvironmentVariable("TRACE_SCENARIO")}";
            }
        });

        var traced = Task("traced");
        foreach (var name in Arguments("traced", ""))
        {
            traced.IsDependentOn(name);
        }

        RunTarget("traced");
        """;

    [GeneratedRegex(@"^  (?<task>\S+) +(?:\S+ +)?(?<status>Succeeded|Failed|Skipped)\b", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Rows();

    // An install that several jobs share runs once, before the first of them: the others have it as well.
    private void AddRecords(Scenario scenario, List<TracedLeaf> ran)
    {
        var last = new Dictionary<string, List<TraceRecord>>(StringComparer.Ordinal);
        var started = TraceRecord.ReadAll(folder.TraceFile("cake")).Where(r => scenario.Jobs.Any(job => job.Id == r.Job.Split('@')[0])).GroupBy(r => Named(scenario, r.Job, r.Record), r => r.Record).ToDictionary(r => r.Key, r => r.ToList());
        foreach (var leaf in started.Keys.Union(ran))
        {
            var job = scenario.Jobs.Single(j => j.Id == leaf.Job);
            var values = job.Leaves.Single(l => TraceJob.NameOf(l) == leaf.Leaf);
            var install = job.Install.Select(command => TraceRecord.Escape(command.In(values)!)).ToList();
            var key = job.Directory + "\n" + string.Join('\n', install);
            var records = started.GetValueOrDefault(leaf, []);
            var own = records.Zip(install).TakeWhile(pair => TraceRecord.Escape(pair.First.Argv) == pair.Second).Count();
            if (own > 0)
            {
                last[key] = records[..own];
            }
            else if (install.Count > 0 && last.TryGetValue(key, out var shared))
            {
                records.InsertRange(0, shared.Select(record => record with { IsShared = true }));
            }

            if (ran.Contains(leaf))
            {
                records.ForEach(record => _traces.Add(leaf, record));
            }
        }
    }

    private static TracedLeaf Named(Scenario scenario, string key, TraceRecord record)
    {
        var id = key.Split('@')[0];
        return new TracedLeaf(id, scenario.Name, GitLabRun.LeafOf(scenario.Jobs.Single(job => job.Id == id), record));
    }

    /// <summary>The real one: with the probes first on PATH, its name alone would start a probe.</summary>
    private static string DotNet { get; } = Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) == "dotnet" ? own
        : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host
        : Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "dotnet")).First(File.Exists);
}
