// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
// Installs that stages share. Loaded where a stage has one.

var installs = new Dictionary<string, (string Commands, bool HasWorked)>(); // the last one of each folder

void Install(params string[][] commands) => Install("", commands);

// Runs the commands unless they were the last install of the folder, for the same versions.
void Install(string versions, params string[][] commands)
{
    if (current.HasStopped)
        return;
    var key = string.Join('\n', commands.Select(command => string.Join('\0', command)).Prepend(versions));
    var (last, hasWorked) = installs.GetValueOrDefault(current.Directory);
    if (last != key)
    {
        (installs[current.Directory], current.Skip) = ((key, false), "its install failed");
        foreach (var command in commands)
            Run(command);
        (installs[current.Directory], current.Skip) = ((key, true), null);
    }
    else if (!hasWorked)
    {
        (current.HasStopped, current.Skip) = (true, "its install failed");
        throw new CakeException($"the install failed before: {string.Join(' ', commands[0])}");
    }
}
