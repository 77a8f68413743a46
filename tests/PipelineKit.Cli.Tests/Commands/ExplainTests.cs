using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Commands;

/// <summary>Every job can be explained, also one that is an operation of one platform and so has no parity (clean-cache of python-production).</summary>
public sealed class ExplainTests
{
    public static TheoryData<string> Examples => [.. TestFolders.ExampleNames];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task All_jobs_of_an_example_are_explained(string example)
    {
        var folder = Path.Combine(TestFolders.Examples, example);

        var result = await Support.Cli.RunAsync(folder, "explain");

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
    }
}
