using PipelineKit.Core.Model;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitHub;

/// <summary>The one leaf of a matrix that sends what must be sent once.</summary>
internal static class PrimaryLeaf
{
    /// <summary>Terms that hold only there; none without a matrix.</summary>
    public static IEnumerable<string> Terms(Job job) =>
        job.Matrix is null ? [] : MatrixLeaves.Primary(job.Matrix).Select(pair => $"matrix.{pair.Key} == {Expressions.Quoted(pair.Value)}");
}
