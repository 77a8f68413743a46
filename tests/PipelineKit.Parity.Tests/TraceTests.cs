using PipelineKit.Parity.Tests.Comparison;
using PipelineKit.Parity.Tests.Trace;

namespace PipelineKit.Parity.Tests;

/// <summary>
/// The outputs are run, with a probe in the place of every program. <c>PIPELINEKIT_TRACE=full</c> runs every command of every job with each of
/// its exit codes, and the cases beside the examples.
/// </summary>
public sealed class TraceTests
{
    private const string Small = "examples/python-system";

    private static readonly string[] Platforms = ["github", "gitlab", "cake"];

    private static readonly bool IsFull = Environment.GetEnvironmentVariable("PIPELINEKIT_TRACE") == "full";

    public static TheoryData<string> Folders =>
    [
        .. Goldens.Folders.Select(folder => Path.GetRelativePath(Places.Repository, folder)).Where(folder => folder.StartsWith("examples", StringComparison.Ordinal) || (IsFull && IsWhole(folder))),
    ];

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task Every_platform_starts_the_same_programs_and_comes_to_the_same_verdict(string folder)
    {
        SkipWhereNothingRuns();
        using var proof = new TraceProof(Goldens.Load(Path.Combine(Places.Repository, folder)), IsFull ? Scenario.All : Scenario.Few);

        var problems = proof.Problems(await proof.RunAsync());

        problems.ShouldBeEmpty(string.Join('\n', problems));
    }

    [Fact]
    public async Task A_flag_that_one_platform_has_differently_is_named()
    {
        SkipWhereNothingRuns();
        var outputs = Goldens.Load(Path.Combine(Places.Repository, Small));
        using var proof = new TraceProof(outputs, jobs => [Scenario.Passing([jobs.Single(job => job.Id == "lint")])]);
        var same = await proof.RunAsync();
        proof.Problems(same).ShouldBeEmpty();

        foreach (var platform in outputs.Texts.Keys)
        {
            var others = string.Join(", ", same.Keys.Where(other => other != platform));
            var changed = await proof.RunAsync(platform, outputs.With(platform, "--show-source", "--show-sources").Texts[platform]);

            var problem = proof.Problems(same.ToDictionary(run => run.Key, run => run.Key == platform ? changed : run.Value)).ShouldHaveSingleItem();

            problem.ShouldStartWith("lint, pass: program[0].argv[2]: ");
            problem.ShouldContain($"\"--show-sources\" on {platform}");
            problem.ShouldContain($"\"--show-source\" on {others}");
        }
    }

    private static void SkipWhereNothingRuns()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the probes are shell scripts");
        Assert.SkipWhen(Environment.GetEnvironmentVariable("PIPELINEKIT_SKIP_VALIDATORS") == "1", "PIPELINEKIT_SKIP_VALIDATORS=1");
    }

    // Cake beside the others, and nothing that parity is given up for. Scripts start programs that no reader sees.
    private static bool IsWhole(string folder) =>
        Goldens.Load(Path.Combine(Places.Repository, folder)) is var outputs && Platforms.All(outputs.Texts.ContainsKey) && !folder.EndsWith("grammar", StringComparison.Ordinal);
}
