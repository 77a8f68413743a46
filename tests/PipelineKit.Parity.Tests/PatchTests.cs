using PipelineKit.Parity.Tests.Comparison;

namespace PipelineKit.Parity.Tests;

/// <summary>A patch that gives up parity is exempt on its platform, and only there.</summary>
public sealed class PatchTests
{
    [Fact]
    public void A_job_that_gives_up_parity_is_left_out_on_that_platform_alone()
    {
        var outputs = Goldens.Load(Path.Combine(Places.Repository, "examples", "python-library"));
        const string job = "  lint:\n";
        const string broken = "  lint: # parity broken: the runner is slow\n";
        var slower = outputs.With("github", "timeout-minutes: 10", "timeout-minutes: 45");

        Proof.Problems(slower).ShouldContain("lint: timeoutSeconds: 2700 on github; 600 on gitlab, cake");
        Proof.Problems(slower.With("github", job, broken)).ShouldBeEmpty();
        Proof.Problems(slower.With("github", job, broken).With("gitlab", "timeout: 10 minutes", "timeout: 11 minutes"))
            .ShouldContain("lint: timeoutSeconds: 660 on gitlab; 600 on cake");
    }
}
