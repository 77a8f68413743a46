// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
// Stages that need others. Loaded where one does.

// What an earlier stage did not leave cannot be used.
bool NeedsHavePassed(string stage)
{
    var need = Dependencies(stage).FirstOrDefault(need => !HasPassed(need));
    return CanRun(stage, need is null ? null : $"it needs {need}, which did not pass");
}

bool HasPassed(string task) => stages.ContainsKey(task) ? !problems.ContainsKey(task) : Dependencies(task).All(HasPassed);

IEnumerable<string> Dependencies(string task) => Tasks.Single(t => t.Name == task).Dependencies.Select(t => t.Name);
