using PipelineKit.Cli.Output;
using PipelineKit.Core.Generation;

namespace PipelineKit.Cli.Fleet;

/// <summary>What would change in a fleet, equal changes together: one reads a change once, however many repositories have it.</summary>
internal sealed class FleetHunks
{
    private readonly Dictionary<string, Group> _groups = new(StringComparer.Ordinal);

    /// <summary>A change of one file, and the repositories that have it.</summary>
    internal sealed record Group(string Path, IReadOnlyList<string> Lines, List<string> Repositories, bool IsNew)
    {
        /// <summary>Permissions that the change adds to a workflow that is there; a new one is read as a whole.</summary>
        public IReadOnlyList<string> MorePermissions { get; } = IsNew ? [] : FleetPermissions.Added(Path, Lines);
    }

    /// <summary>The most widely shared changes first.</summary>
    public IReadOnlyList<Group> Groups => [.. _groups.Values.OrderByDescending(g => g.Repositories.Count).ThenBy(g => g.Path, StringComparer.Ordinal).ThenBy(g => string.Join('\n', g.Lines), StringComparer.Ordinal)];

    /// <summary>Adds what would change in a repository. The lock file is left out: its hashes differ everywhere and say nothing.</summary>
    public void Add(string repository, GenerateRun run)
    {
        foreach (var planned in run.Planned.Where(p => p.Changes && p.File.Path != LockFile.FilePath))
        {
            foreach (var hunk in Hunks(UnifiedDiff.Between(planned.File.Path, planned.Current, planned.File.Text)))
            {
                var key = $"{planned.File.Path}\n{planned.Current is null}\n{string.Join('\n', hunk)}";
                if (!_groups.TryGetValue(key, out var group))
                {
                    _groups.Add(key, group = new Group(planned.File.Path, hunk, [], planned.Current is null));
                }

                if (!group.Repositories.Contains(repository))
                {
                    group.Repositories.Add(repository);
                }
            }
        }
    }

    // Without the line numbers: the same change stands at different places.
    private static IEnumerable<IReadOnlyList<string>> Hunks(IReadOnlyList<string> lines)
    {
        List<string>? hunk = null;
        foreach (var line in lines.Skip(2))
        {
            if (line.StartsWith("@@ ", StringComparison.Ordinal))
            {
                if (hunk is not null)
                {
                    yield return hunk;
                }

                hunk = [];
            }
            else
            {
                hunk?.Add(line);
            }
        }

        if (hunk is not null)
        {
            yield return hunk;
        }
    }
}
