// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
using Cake.Core;

namespace Build;

// Installs that stages share.
public abstract partial class Stage
{
    protected void Install(params string[][] commands) => Install("", commands);

    // Runs the commands unless they were the last install of the folder, for the same versions.
    protected void Install(string versions, params string[][] commands)
    {
        var key = string.Join('\n', commands.Select(command => string.Join('\0', command)).Prepend(versions));
        var (last, hasWorked) = Context.Installs.GetValueOrDefault(Settings.Directory);
        if (last != key)
        {
            Context.Installs[Settings.Directory] = (key, false);
            foreach (var command in commands)
            {
                Run(command);
            }

            Context.Installs[Settings.Directory] = (key, true);
        }
        else if (!hasWorked)
        {
            throw new CakeException($"the install failed before: {string.Join(' ', commands[0])}");
        }
    }
}

public partial class StageContext
{
    /// <summary>The last install of each folder.</summary>
    public Dictionary<string, (string? Commands, bool HasWorked)> Installs { get; } = [];
}
