namespace PipelineKitRunner;

/// <summary>Programs that must be on PATH before anything runs.</summary>
internal sealed class ProgramCheck(PipelineData pipeline, ProgramFinder finder, string root)
{
    /// <summary>
    /// The first program of a leaf, every program whose installation the data explains, and every shell. Others may come out of the
    /// install or of an earlier command, so they are only missed when their turn comes.
    /// </summary>
    public IEnumerable<MissingTool> FindMissing(LeafPlan plan)
    {
        var directory = System.IO.Path.Combine(root, plan.Job.Data.Directory);
        var programs = plan.Install.Select(c => c[0]).Concat(plan.Job.Data.Run.Select(c => c.Script?.Shell ?? First(plan, c.Argv))).ToList();
        var shells = plan.Job.Data.Run.Select(c => c.Script?.Shell).OfType<string>().ToList();
        return programs
            .Where((p, i) => finder.IsBare(p) && (i == 0 || pipeline.Hints.ContainsKey(p) || shells.Contains(p)))
            .Distinct(StringComparer.Ordinal)
            .Where(p => p.Length > 0 && finder.Find(p, directory) is null)
            .Select(p => new MissingTool(p, "not on PATH", pipeline.Hints.GetValueOrDefault(p) ?? ""));
    }

    private static string First(LeafPlan plan, Value[] argv) => argv[0].Kind == "env" ? "" : plan.Resolve(argv[0], null);
}
