using PipelineKit.Parity.Tests.Comparison;

namespace PipelineKit.Parity.Tests;

public sealed class GoldenTests
{
    private static readonly string[] Platforms = ["github", "gitlab", "cake"];

    public static TheoryData<string> Folders => [.. Goldens.Folders.Select(folder => Path.GetRelativePath(Places.Repository, folder))];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Every_platform_does_the_same_and_the_lock_file_says_so(string folder)
    {
        var outputs = Goldens.Load(Path.Combine(Places.Repository, folder));

        outputs.Texts.Count.ShouldBeGreaterThanOrEqualTo(2, "there is nothing to compare");
        var problems = Proof.Problems(outputs);
        problems.ShouldBeEmpty(string.Join('\n', problems));
    }

    [Fact]
    public void Nothing_is_left_out_of_the_comparison()
    {
        foreach (var folder in Goldens.Folders)
        {
            foreach (var pipeline in Goldens.Load(folder).Read())
            {
                var outputs = Goldens.Load(folder);
                pipeline.Jobs.Keys.Order(StringComparer.Ordinal).ShouldBe(
                    outputs.Stated.Jobs.Except(outputs.LeftOut[pipeline.Platform]).Order(StringComparer.Ordinal), $"{folder}, {pipeline.Platform}");
                pipeline.Jobs.Values.ShouldAllBe(job => job.Parts.ContainsKey("run") || job.Id.EndsWith("-site", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void Examples_and_most_cases_have_all_platforms()
    {
        var all = Goldens.Folders.Select(Goldens.Load).Where(outputs => Platforms.All(outputs.Texts.ContainsKey)).Select(outputs => outputs.Name).ToList();

        all.Count(name => name.StartsWith("examples/", StringComparison.Ordinal)).ShouldBe(Goldens.Folders.Count(f => f.Contains("examples", StringComparison.Ordinal)));
        all.Count.ShouldBeGreaterThanOrEqualTo(15);
    }
}
