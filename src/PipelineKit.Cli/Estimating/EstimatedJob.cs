namespace PipelineKit.Cli.Estimating;

/// <summary>A job as the model sees it: what it waits for, and leaves that run side by side.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Needs">Jobs that must have ended before any of its leaves starts.</param>
/// <param name="Leaves">At least one; a job without a matrix has one with an empty name.</param>
internal sealed record EstimatedJob(string Id, IReadOnlyList<string> Needs, IReadOnlyList<EstimatedLeaf> Leaves);

/// <summary>One job of the platform.</summary>
/// <param name="Name">Values of the matrix, <c>python 3.12</c>, or empty.</param>
/// <param name="Duration">How long its commands take.</param>
internal sealed record EstimatedLeaf(string Name, TimeSpan Duration);
