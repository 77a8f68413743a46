// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
// Stages that run once for each value of a matrix. Loaded where there is one.

var legs = new Dictionary<string, (string Matrix, string[] Wants)>();
var leftOut = new Dictionary<string, string>();

// A stage for one value. It is left out where a tool that it wants is not here, but one leg of the matrix must run.
CakeTaskBuilder Leg(string matrix, string value, string title, string[] wants, StageInfo stage)
{
    var name = $"{matrix}-{value}";
    legs[name] = (matrix, wants);
    return Stage(name, title, stage).WithCriteria(() => !leftOut.ContainsKey(name));
}

record MatrixCheck;

Setup<MatrixCheck>(context =>
{
    if (System.Environment.CommandLine.Contains(" --dryrun"))
        return new();
    foreach (var matrix in legs.Where(leg => context.TasksToExecute.Any(task => task.Name == leg.Key)).GroupBy(leg => leg.Value.Matrix))
    {
        foreach (var (name, (_, wants)) in matrix)
        {
            if (wants.Select(want => Missing(want, stages[name])).FirstOrDefault(problem => problem is not null) is { } problem)
                leftOut[name] = problem;
        }
        if (matrix.All(leg => leftOut.ContainsKey(leg.Key)))
        {
            var missing = string.Concat(matrix.Select(leg => $"\n  {leg.Key} needs {leftOut[leg.Key]}"));
            if (!HasArgument("allow-skips"))
                throw new CakeException($"Nothing was run, tools are missing:{missing}");
        }
        foreach (var leg in matrix.Where(leg => leftOut.ContainsKey(leg.Key)))
            Information("{0} is left out: {1}", leg.Key, leftOut[leg.Key]);
    }
    return new();
});
