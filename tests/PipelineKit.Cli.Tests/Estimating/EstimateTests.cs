using System.Text.Json;
using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Estimating;

/// <summary><c>pipelinekit estimate</c>, from files and from recorded runs.</summary>
public sealed class EstimateTests : IDisposable
{
    private const string Spec = """
        version: 1
        name: app
        targets: [github, gitlab, cake]
        stack: python
        python: { versions: ["3.11", "3.12"] }
        stages:
          lint: { tools: [ruff] }
          test-coverage: { minimum: 80 }
          bundle: { run: [[make, dist]], needs: [lint, test-coverage] }
          nightly: { run: [[make, nightly]], when: { events: [schedule] } }

        """;

    private const string Durations = """
        lint: 20s
        test-coverage: { python 3.11: 1m40s, python 3.12: 1m20s }
        bundle: 30s

        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pipelinekit-");

    public EstimateTests()
    {
        Write("pipelinekit.yml", Spec);
        Write("times.yml", Durations);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Jobs_critical_path_and_totals()
    {
        var result = await Run("--durations", "times.yml", "--overhead", "10s", "--round-up", "1m", "--runners", "2");

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        result.Error.ShouldBe("note: not part of it on this event: nightly\n");
        result.Out.ShouldBe("""
            lint	1m30s	2m	30s
            test-coverage (python 3.11)	0s	1m50s	1m50s
            test-coverage (python 3.12)	0s	1m30s	1m30s
            bundle	2m	2m40s	40s
            critical path of pipelinekit.yml: test-coverage -> bundle
            critical path	2m30s
            end with 2 runners	2m40s
            runner time	4m30s
            billed, each job rounded up to 1m	6m

            """);
    }

    [Fact]
    public async Task Beside_a_pipeline_of_another_make()
    {
        Write("old.yml", """
            setup: 1m
            lint: { duration: 1m, needs: [setup] }
            tests: { duration: { a: 2m, b: 3m }, needs: [setup, lint] }

            """);

        var result = await Run("--durations", "times.yml", "--against", "old.yml", "-q");

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        result.Error.ShouldBe("");
        result.Out.ShouldEndWith("""
            critical path of pipelinekit.yml: test-coverage -> bundle
            critical path of old.yml: setup -> lint -> tests
            critical path	2m10s	5m	-2m50s (-57 %)
            runner time	3m50s	7m	-3m10s (-45 %)

            """);
    }

    [Fact]
    public async Task As_one_JSON_document()
    {
        Write("old.yml", "all: 10m\n");

        var result = await Run("--durations", "times.yml", "--against", "old.yml", "--format", "json", "--event", "schedule", "-q");

        result.Exit.ShouldBe(ExitCode.ProblemsFound);
        result.Error.ShouldBe("error: there is no duration for nightly\nhint: run the jobs once (`pipelinekit run`) or give their durations in a file (--durations)\n");
        Write("times.yml", Durations + "nightly: 5m\n");
        result = await Run("--durations", "times.yml", "--against", "old.yml", "--format", "json", "--event", "schedule", "-q");
        using var document = JsonDocument.Parse(result.Out);
        var own = document.RootElement.GetProperty("pipeline");
        own.GetProperty("criticalPath").EnumerateArray().Select(e => e.GetString()).ShouldBe(["nightly"]);
        own.GetProperty("runnerSeconds").GetDouble().ShouldBe(20 + 100 + 80 + 30 + 300);
        own.GetProperty("jobs").GetArrayLength().ShouldBe(5);
        document.RootElement.GetProperty("against").GetProperty("criticalSeconds").GetDouble().ShouldBe(600);
    }

    [Fact]
    public async Task The_gate_counts_where_its_duration_is_given()
    {
        Write("times.yml", Durations + "quality-gate: 5s\n");

        var result = await Run("--durations", "times.yml", "-q");

        result.Out.ShouldContain("quality-gate\t2m10s\t2m15s\t5s\n");
    }

    [Theory]
    [InlineData(".pipelinekit/run/events.jsonl", null)]
    [InlineData("ci/run.jsonl", "ci")]
    [InlineData("ci/run.jsonl", "ci/run.jsonl")]
    [InlineData("ci/run.json", "ci")]
    public async Task From_a_recorded_run(string file, string? from)
    {
        var jobs = string.Join(',', Finished("lint", ("", "passed", 3)), Finished("test-coverage", ("python 3.11", "skipped", 0), ("python 3.12", "passed", 80)), Finished("bundle", ("", "failed", 7)));
        Write(file, file.EndsWith('l') ? jobs.Replace("},{\"event\"", "}\n{\"event\"", StringComparison.Ordinal) + "\n" : $"{{ \"passed\": false, \"jobs\": [{jobs}] }}");

        var result = from is null ? await Run() : await Run("--from", from);

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        result.Error.ShouldContain("note: test-coverage (python 3.11) did not run: taken to last as long as the longest leaf that did, 1m20s\n");
        result.Out.ShouldContain("runner time\t2m50s\n");
    }

    [Fact]
    public async Task A_file_of_durations_wins_over_a_run()
    {
        Write("run.jsonl", Finished("lint", ("", "passed", 300)) + "\n" + Finished("bundle", ("", "passed", 1)) + "\n");
        Write("times.json", "{ \"lint\": \"1s\", \"test-coverage\": \"2s\" }");

        var result = await Run("--from", "run.jsonl", "--durations", "times.json", "-q");

        result.Out.ShouldContain("runner time\t6s\n");
    }

    [Theory]
    [InlineData("lnt: 3s\n", "there is no job \"lnt\"; expected one of lint, test-coverage, bundle, nightly, quality-gate\nhint: did you mean `lint`?")]
    [InlineData("test-coverage: { python 3.10: 3s }\n", "there is no leaf of job \"test-coverage\" named \"python 3.10\"; expected one of python 3.11, python 3.12\nhint: did you mean `python 3.11`?")]
    [InlineData("lint: 3\n", "times.yml:1:7: expected a duration such as 3m20s, 90s or 1h5m, not \"3\"")]
    [InlineData("lint: [3s]\n", "times.yml:1:7: expected a duration such as 3m20s, 90s or 1h5m")]
    [InlineData("lint: { duration: 3s, needs: [] }\n", "times.yml:1:23: the needs of these jobs come from the spec")]
    [InlineData("- lint\n", "times.yml: expected jobs and their durations, `job: 3m20s`")]
    [InlineData("lint: {\n", "times.yml:")]
    [InlineData("lint: 3s\n", "there is no duration for test-coverage (python 3.11), test-coverage (python 3.12), bundle\nhint: ")]
    public async Task A_wrong_file_of_durations(string text, string expected)
    {
        Write("times.yml", text);

        var result = await Run("--durations", "times.yml", "-q");

        result.Exit.ShouldBe(ExitCode.ProblemsFound, result.ToString());
        result.Out.ShouldBe("");
        result.Error.ShouldStartWith("error: " + expected);
    }

    [Theory]
    [InlineData("a: { needs: [] }\n", "old.yml:1:1: job \"a\" has no duration")]
    [InlineData("a: { duration: 3s, need: [b] }\n", "old.yml:1:20: unknown key \"need\"; expected duration, needs")]
    [InlineData("a: { duration: 3s, needs: b }\n", "old.yml:1:27: expected a list of jobs")]
    [InlineData("a: { duration: 3s, needs: [b] }\n", "job \"a\" needs \"b\", which does not exist")]
    [InlineData("a: { duration: 3s, needs: [b] }\nb: { duration: 3s, needs: [a] }\n", "jobs need each other in a circle: a -> b -> a")]
    public async Task A_wrong_pipeline_to_compare_with(string text, string expected)
    {
        Write("old.yml", text);

        var result = await Run("--durations", "times.yml", "--against", "old.yml", "-q");

        result.Exit.ShouldBe(ExitCode.ProblemsFound, result.ToString());
        result.Error.ShouldStartWith("error: " + expected);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("lint: 3s")]
    [InlineData("{\"event\":\"job-finished\"}")]
    public async Task A_file_that_records_no_run(string text)
    {
        Write("run.jsonl", text);

        var result = await Run("--from", "run.jsonl");

        result.Exit.ShouldBe(ExitCode.ProblemsFound, result.ToString());
        result.Error.ShouldStartWith("error: run.jsonl is neither the events of a run nor the document of `run --format json`\n");
    }

    [Theory]
    [InlineData("--overhead", "20")]
    [InlineData("--round-up", "minute")]
    [InlineData("--runners", "0")]
    [InlineData("--event", "merge")]
    public async Task A_wrong_command_line(string option, string value) => (await Run(option, value)).Exit.ShouldBe(ExitCode.Usage);

    [Fact]
    public async Task A_file_that_is_not_there() => (await Run("--durations", "nosuch.yml")).Exit.ShouldBeOneOf(ExitCode.ProblemsFound, ExitCode.Failure);

    private static string Finished(string job, params (string Leaf, string Outcome, int Seconds)[] leaves)
    {
        var inner = string.Join(',', leaves.Select(l => $"{{\"leaf\":\"{l.Leaf}\",\"outcome\":\"{l.Outcome}\",\"reason\":\"\",\"exitCode\":null,\"seconds\":{l.Seconds}}}"));
        return $"{{\"event\":\"job-finished\",\"job\":\"{job}\",\"stage\":\"{job}\",\"outcome\":\"passed\",\"reason\":\"\",\"exitCode\":null,\"seconds\":1,\"tail\":[],\"leaves\":[{inner}]}}";
    }

    private Task<CliResult> Run(params string[] args) => Support.Cli.RunAsync(_folder.FullName, ["estimate", .. args]);

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder.FullName, path))!);
        File.WriteAllText(Path.Combine(_folder.FullName, path), text);
    }
}
