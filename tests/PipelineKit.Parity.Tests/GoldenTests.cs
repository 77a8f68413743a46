using PipelineKit.Parity.Tests.Comparison;

namespace PipelineKit.Parity.Tests;

public sealed class GoldenTests
{
    public static TheoryData<string> Folders => [.. Goldens.Folders.Select(folder => Path.GetRelativePath(Places.Repository, folder))];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Platforms_do_the_same(string folder)
    {
        var outputs = Goldens.Load(Path.Combine(Places.Repository, folder));

        outputs.Texts.Count.ShouldBeGreaterThanOrEqualTo(2, "there is nothing to compare");
        var problems = Proof.Problems(outputs);
        problems.ShouldBeEmpty(string.Join('\n', problems));
    }
}
