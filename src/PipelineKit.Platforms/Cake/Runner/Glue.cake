// The functions of the data section, and the tasks made from it.

var pipelineKitData = new PipelineKitRunner.PipelineData();

void Job(string id, PipelineKitRunner.JobData data) => pipelineKitData.Jobs.Add(new(id, data));

void Toolchain(string id, PipelineKitRunner.ToolchainData data) => pipelineKitData.Toolchains[id] = data;

void Hint(string program, string text) => pipelineKitData.Hints[program] = text;

void CreateTasks(string defaultBranch)
{
    bool Flag(string name) => HasArgument(name) && !string.Equals(Argument(name, "true"), "false", StringComparison.OrdinalIgnoreCase);

    // Cake keeps this option to itself.
    var dryRun = Environment.GetCommandLineArgs().Any(a => a.TrimStart('-') is "dryrun" or "noaction" or "whatif" or "dryrun=true");
    var root = System.IO.Path.GetFullPath(Context.Environment.WorkingDirectory.FullPath);
    System.IO.Directory.CreateDirectory(System.IO.Path.Combine(root, ".cake"));
    System.IO.File.WriteAllText(System.IO.Path.Combine(root, ".cake", ".gitignore"), "*\n");
    var tasks = PipelineKitRunner.TaskGraph.Make(pipelineKitData, HasArgument("project") ? Argument<string>("project") : null);
    var run = new PipelineKitRunner.PipelineRun(
        pipelineKitData,
        new(root)
        {
            Jobs = Math.Max(1, Argument("jobs", Environment.ProcessorCount)),
            AllowSkips = Flag("allow-skips"),
            AllowPublish = Flag("allow-publish"),
            Incremental = Flag("incremental"),
            ChangedSince = Flag("changed") ? (Argument("changed", "true") is var revision && revision == "true" ? defaultBranch : revision) : null,
            EventsFile = HasArgument("events") ? Argument<string>("events") : null,
        },
        Console.Out);
    PipelineKitRunner.Selection selection = null!;
    string? verdict = null;

    Setup(context =>
    {
        var targets = HasArgument("target") ? Arguments<string>("target").ToList() : [context.TargetTask.Name];
        var names = Settings.Exclusive ? targets : context.TasksToExecute.Select(t => t.Name).ToList();
        selection = new(pipelineKitData, tasks, names, targets);
        if (dryRun)
        {
            PipelineKitRunner.DryRun.Write(Console.Out, pipelineKitData, selection.Jobs);
        }
        else if (run.PrepareAsync(selection.Jobs).GetAwaiter().GetResult() is { } missing)
        {
            throw new CakeException(missing);
        }
    });

    Teardown(context =>
    {
        var end = dryRun ? null : run.EndAsync().GetAwaiter().GetResult();
        if (end is not null && verdict is null)
        {
            throw new CakeException(end);
        }
    });

    foreach (var task in tasks)
    {
        var made = Task(task.Name).Description(task.Description).Does(async () =>
        {
            foreach (var id in selection.Scope(task))
            {
                await run.ShowAsync(id);
            }

            if (selection.IsLast() && (verdict = await run.EndAsync()) is not null)
            {
                throw new CakeException(verdict);
            }
        });
        foreach (var dependency in task.DependsOn)
        {
            made.IsDependentOn(dependency);
        }
    }
}
