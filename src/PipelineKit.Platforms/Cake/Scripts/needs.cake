// Stages that need others. Loaded where one does.

// What an earlier stage did not leave cannot be used.
bool NeedsHavePassed(string stage) =>
    CanRun(stage, Dependencies(stage).FirstOrDefault(need => !HasPassed(need)) is { } need ? $"it needs {need}, which did not pass" : null);

bool HasPassed(string task) => stages.ContainsKey(task) ? !problems.ContainsKey(task) : Dependencies(task).All(HasPassed);

IEnumerable<string> Dependencies(string task) => Tasks.Single(t => t.Name == task).Dependencies.Select(t => t.Name);
