// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
using Cake.Common.Diagnostics;

namespace Build;

/// <summary>
/// A stage for one value of a matrix. It is left out where a tool that it wants is not here, but one leg of the matrix must run.
/// </summary>
public abstract class Leg(string matrix, string[] wants, StageSettings settings) : Stage(settings)
{
    public string Matrix { get; } = matrix;

    /// <summary>Why it is left out, or null.</summary>
    public string? LeftOut { get; set; }

    public override bool ShouldRun(StageContext context) => LeftOut is null && base.ShouldRun(context);

    /// <summary>The first wanted tool that is not here, or null.</summary>
    public string? FindUnmet(StageContext context) => context.FirstMissing(wants, this);
}

public partial class StageLifetime
{
    partial void CheckLegs(StageContext context, List<Stage> stages, List<string> missing)
    {
        foreach (var matrix in stages.OfType<Leg>().GroupBy(leg => leg.Matrix))
        {
            foreach (var leg in matrix)
            {
                leg.LeftOut = leg.FindUnmet(context);
            }

            if (matrix.All(leg => leg.LeftOut is not null))
            {
                missing.AddRange(matrix.Select(leg => $"\n  {leg.Name} needs {leg.LeftOut}"));
            }

            foreach (var leg in matrix.Where(leg => leg.LeftOut is not null))
            {
                context.Information("{0} is left out: {1}", leg.Name, leg.LeftOut);
            }
        }
    }
}
