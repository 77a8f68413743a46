using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Generation;
using PipelineKit.Core.Model;
using PipelineKit.Core.Stages.Catalog;
using PipelineKit.Core.Stages.Rendering;
using PipelineKit.Core.Yaml;
using PipelineKit.Execution;
using PipelineKit.Execution.Reporting;

namespace PipelineKit.Parity.Tests.Trace;

/// <summary>
/// Runs the jobs of a spec by the program's own runner (<c>pipelinekit run</c>), one job at a time, so that the file of events names the job that
/// a probe belongs to. Nothing generated is read: it takes the spec.
/// </summary>
internal sealed class ProgramRun(TraceFolder folder, string specFolder, IReadOnlyList<CakeToolchain> toolchains, IEnumerable<KeyValuePair<string, string>> services)
{
    /// <summary>Name of this platform in traces.</summary>
    public const string Platform = "run";

    private readonly Pipeline _pipeline = Resolve(specFolder, folder);
    private readonly LocalTraces _traces = new(Platform);

    /// <summary>The folder of the spec that outputs were made from, or null where they are written by hand.</summary>
    public static string? SpecFolderOf(string outputs) =>
        new[] { outputs, Path.GetDirectoryName(outputs)! }.Select(f => Path.Combine(Places.Repository, f)).FirstOrDefault(f => File.Exists(Path.Combine(f, "pipelinekit.yml")));

    public async Task<Traces> RunAsync(IReadOnlyList<Scenario> scenarios)
    {
        var root = folder.Fresh(Platform);
        foreach (var job in _pipeline.Jobs)
        {
            folder.Write($"plan/reports/{job.Id}", string.Concat(job.Reports.Select(r => r.Path + "\n")));
        }

        foreach (var scenario in scenarios)
        {
            foreach (var machine in CakeToolchain.Machines(toolchains, scenario.Jobs))
            {
                foreach (var (program, answer) in CakeToolchain.Answers(toolchains, machine))
                {
                    folder.Write("plan/run-answers/" + program.Replace('/', '_'), answer);
                }

                await RunAsync(root, scenario);
            }
        }

        return _traces.Traces;
    }

    private async Task RunAsync(string root, Scenario scenario)
    {
        var trace = folder.TraceFile(Platform);
        var events = Path.Combine(root, RunFolder.Events);
        Directory.CreateDirectory(Path.GetDirectoryName(events)!);
        File.Delete(trace);
        await File.WriteAllTextAsync(events, "");
        var variables = folder.Variables(Platform,
        [
            .. services, .. folder.Secrets,
            new("TRACE_ROOT", root), new("TRACE_EVENTS", events), new("TRACE_SCENARIO", scenario.Name), new("TRACE_REPORTS", "1"), new("TRACE_ANSWERS", "run-answers"),
        ]);
        var request = new RunRequest { Targets = [.. scenario.Jobs.Select(j => j.Id)], Parallelism = 1, AllowPublish = true, AllowSkips = true };
        var surroundings = new RunSurroundings { Root = root, Variables = variables };
        var end = await new PipelineRun(_pipeline, request, surroundings, new Nobody()).RunAsync(TestContext.Current.CancellationToken);
        end.Refusal.ShouldBeNull();
        var ran = from result in end.Results
                  where scenario.Jobs.Any(job => job.Id == result.Job.Id)
                  from leaf in result.Leaves
                  where leaf.Outcome != Outcome.Skipped
                  select KeyValuePair.Create(new TracedLeaf(result.Job.Id, scenario.Name, leaf.Leaf.Text), leaf.Outcome == Outcome.Passed ? Traces.Passed : Traces.Failed);
        _traces.Add(scenario, ran, TraceRecord.ReadAll(trace));
    }

    private static Pipeline Resolve(string specFolder, TraceFolder folder)
    {
        var diagnostics = new DiagnosticBag();
        var catalog = StageCatalog.ForRepository(new BuiltInTemplates(), specFolder, diagnostics);
        var run = new GenerateRun
        {
            Root = new RepositoryRoot(specFolder),
            Diagnostics = diagnostics,
            ToolVersion = "0.1.0",
            Catalog = catalog,
            Renderer = new StageRenderer(catalog),
            Emitters = [.. new[] { "github", "gitlab", "cake", "forgejo" }.Select(id => new Named(id))],
        };
        GeneratePipeline.Run(run, GenerateStepKind.Resolve).ShouldBeTrue(string.Join('\n', diagnostics.Sorted()));
        return run.Pipeline! with { Jobs = [.. run.Pipeline!.Jobs.Select(job => WithProbes(job, folder))] };
    }

    // PATH finds the probes, except those of programs with an absolute path.
    private static Job WithProbes(Job job, TraceFolder folder)
    {
        IReadOnlyList<Value> Argv(IReadOnlyList<Value> argv) => argv is [LiteralValue program, ..] ? [folder.ProbeOf(program.Text), .. argv.Skip(1)] : argv;
        return job with
        {
            Install = job.Install is { } install ? install with { Run = [.. install.Run.Select(Argv)] } : null,
            Run = [.. job.Run.Select(c => c with { Argv = Argv(c.Argv) })],
        };
    }

    /// <summary>A platform that a spec can name and nobody emits here.</summary>
    private sealed record Named(string Id) : IPlatformEmitter
    {
        public string DefaultPath => Id;

        public bool Reads(ReportKind kind, Job job, Settings settings) => false;

        public IReadOnlyList<EmittedFile> Emit(Pipeline pipeline, EmitContext context) => [];

        public bool CoversParity(IReadOnlyList<string> pointer) => false;

        public IReadOnlyList<string> Audit(YamlMap tree) => [];
    }

    private sealed class Nobody : IRunObserver
    {
        public void Started(Job job)
        {
        }

        public void Finished(JobResult result)
        {
        }

        public void Printed(Job job, string line)
        {
        }

        public void Ended(string? verdict)
        {
        }
    }
}
