namespace PipelineKitRunner;

/// <summary>--dryrun: the commands that would run, in order, with folders and variables. Nothing is started.</summary>
internal static class DryRun
{
    public static void Write(System.IO.TextWriter writer, PipelineData pipeline, IReadOnlyList<JobInfo> jobs)
    {
        foreach (var plan in jobs.SelectMany(j => Leaf.Expand(j.Data).Select(l => new LeafPlan(pipeline, j, l))))
        {
            var job = plan.Job.Data;
            writer.WriteLine($"{plan.Name}{(job.Directory == "." ? "" : " in " + job.Directory)}");
            foreach (var (name, value) in job.Env)
            {
                writer.WriteLine($"    {name}={(value.Kind is "literal" ? CommandText.Of([value.Text]) : $"<{value.Kind} {value.Text}>")}");
            }

            plan.Install.ToList().ForEach(c => writer.WriteLine("    $ " + CommandText.Of(c)));
            foreach (var command in job.Run)
            {
                var argv = command.Script is { } script ? CommandText.ForScript(script) : [.. command.Argv.Select(v => v.Kind == "env" ? $"${v.Text}" : plan.Resolve(v, null))];
                writer.WriteLine($"    $ {CommandText.Of(argv)}{(command.Stdout is null ? "" : " > " + command.Stdout)}");
            }
        }
    }
}
