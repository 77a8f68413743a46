using PipelineKit.Parity.Tests.Comparison;
using PipelineKit.Parity.Tests.Trace;

namespace PipelineKit.Parity.Tests;

/// <summary>
/// The three outputs are run, with a probe in the place of every program. <c>PIPELINEKIT_TRACE=full</c> runs every command of every job with each of
/// its exit codes, and the cases beside the examples.
/// </summary>
public sealed class TraceTests
{
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("PIPELINEKIT_TRACE") == "full";

    public static TheoryData<string> Folders =>
    [
        .. Goldens.Folders.Select(folder => Path.GetRelativePath(Places.Repository, folder)).Where(folder => IsFull ? !folder.EndsWith("patches/expected", StringComparison.Ordinal) && !folder.EndsWith("grammar", StringComparison.Ordinal) : folder.StartsWith("examples", StringComparison.Ordinal)),
    ];

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task Every_platform_starts_the_same_programs_and_comes_to_the_same_verdict(string folder)
    {
        var outputs = Goldens.Load(Path.Combine(Places.Repository, folder));

        var problems = await TraceProof.ProblemsAsync(outputs, IsFull ? Scenario.All : Scenario.Few);

        problems.ShouldBeEmpty(string.Join('\n', problems));
    }
}
