using Shouldly;

namespace PipelineKit.Platforms.Tests.Cake;

public sealed class CakeEmitterTests
{
    [Fact]
    public void The_example_of_the_stage_format_is_written_as_data() =>
        Golden.ShouldMatch(Emission.Of(Samples.Python3)["pipelinekit.cake"], "python.cake");
}
