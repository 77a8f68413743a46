using System.Collections.Immutable;
using PipelineKit.Licences.Data;
using PipelineKit.Licences.Spdx;

namespace PipelineKit.Licences.Policies;

/// <summary>The named groups of licences; the members stand in <c>groups.txt</c> and <c>exceptions.txt</c>.</summary>
public static class LicenceGroups
{
    private static readonly Lazy<Members> Licences = new(() => Members.Read("groups"));
    private static readonly Lazy<Members> ExceptionEffects = new(() => Members.Read("exceptions"));

    /// <summary>The names of the groups, from the fewest duties to the most.</summary>
    public static ImmutableArray<string> Names { get; } = ["permissive", "weak-copyleft", "strong-copyleft", "network-copyleft"];

    /// <summary>The group of one licence, with what its exception makes of it; null if it is in none.</summary>
    public static string? Of(LicenceTerm term)
    {
        var group = Licences.Value.Find(term.Id);
        if (group is null or "permissive" || term.Exception is null || ExceptionEffects.Value.Find(term.Exception) is not { } lifted)
        {
            return group;
        }

        return Names.IndexOf(lifted) < Names.IndexOf(group) ? lifted : group;
    }

    private sealed class Members
    {
        private readonly Dictionary<string, string> exact = new(StringComparer.Ordinal);
        private readonly List<(string Prefix, string Group)> prefixes = [];

        public static Members Read(string file)
        {
            var members = new Members();
            var group = "";
            foreach (var line in DataFile.Lines(file))
            {
                if (line[0] == '[')
                {
                    group = line.Trim('[', ']');
                    continue;
                }

                foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    members.Add(word, group);
                }
            }

            return members;
        }

        public string? Find(string id)
        {
            if (exact.TryGetValue(id, out var group))
            {
                return group;
            }

            foreach (var (prefix, named) in prefixes)
            {
                if (id.StartsWith(prefix, StringComparison.Ordinal))
                {
                    return named;
                }
            }

            return null;
        }

        private void Add(string word, string group)
        {
            if (word[^1] == '*')
            {
                prefixes.Add((word[..^1], group));
            }
            else
            {
                exact[word] = group;
            }
        }
    }
}
