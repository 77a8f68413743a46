using PipelineKit.Licences.Spdx;

namespace PipelineKit.Licences.Policies;

/// <summary>The lists of a policy, checked and ready for look-up.</summary>
internal sealed class PolicyLists
{
    private readonly Dictionary<string, (LicenceVerdict Verdict, string List)> licences = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (LicenceVerdict Verdict, string List)> groups = new(StringComparer.Ordinal);

    private PolicyLists()
    {
    }

    /// <summary>Reads the lists; what is wrong in them is added to <paramref name="problems"/>.</summary>
    public static PolicyLists Read(LicencePolicy policy, ICollection<LicenceProblem> problems)
    {
        var lists = new PolicyLists();
        lists.Add("deny", policy.Deny, LicenceVerdict.Denied, problems);
        lists.Add("review", policy.Review, LicenceVerdict.Review, problems);
        lists.Add("allow", policy.Allow, LicenceVerdict.Allowed, problems);
        foreach (var exception in policy.Exceptions.Where(exception => string.IsNullOrWhiteSpace(exception.Reason)))
        {
            problems.Add(LicenceProblem.PolicyError($"the exception for \"{exception.Package}\" has no reason"));
        }

        return lists;
    }

    /// <summary>
    /// The list that names this very licence. Where none names it with its exception, one that does not allow the bare licence counts:
    /// an exception that nobody asked about must not lift what was denied.
    /// </summary>
    public (LicenceVerdict Verdict, string List)? Named(LicenceTerm term) =>
        licences.TryGetValue(term.ToString(), out var rule) ? rule
        : term.Exception is not null && licences.TryGetValue((term with { Exception = null }).ToString(), out var bare) && bare.Verdict != LicenceVerdict.Allowed ? bare
        : null;

    /// <summary>The list that names the group.</summary>
    public (LicenceVerdict Verdict, string List)? Grouped(string group) => groups.TryGetValue(group, out var rule) ? rule : null;

    private void Add(string list, IEnumerable<string> entries, LicenceVerdict verdict, ICollection<LicenceProblem> problems)
    {
        foreach (var entry in entries)
        {
            if (LicenceGroups.Names.Contains(entry, StringComparer.OrdinalIgnoreCase))
            {
                Add(groups, entry.ToLowerInvariant(), list, verdict, problems);
            }
            else if (ReadTerm(list, entry, problems) is { } term)
            {
                Add(licences, term.ToString(), list, verdict, problems);
            }
        }
    }

    private static void Add(
        Dictionary<string, (LicenceVerdict Verdict, string List)> rules, string key, string list, LicenceVerdict verdict, ICollection<LicenceProblem> problems)
    {
        if (!rules.TryAdd(key, (verdict, list)) && rules[key].List != list)
        {
            problems.Add(LicenceProblem.PolicyError($"\"{key}\" stands both in {rules[key].List} and in {list}"));
        }
    }

    private static LicenceTerm? ReadTerm(string list, string entry, ICollection<LicenceProblem> problems)
    {
        switch (ExpressionParser.Parse(entry).Expression)
        {
            case LicenceTerm term:
                return (LicenceTerm)ModernForm.Of(term, (old, modern) => problems.Add(LicenceProblem.PolicyNote(
                    $"{list}: \"{old}\" is a deprecated identifier and is read as \"{modern}\"")));
            case null:
                var meant = Normalisation.NameTable.Spelled(entry)?.Expression is LicenceTerm known ? $"; did you mean \"{known}\"?" : "";
                problems.Add(LicenceProblem.PolicyError(
                    $"{list}: \"{entry}\" is neither an SPDX identifier nor one of the groups {string.Join(", ", LicenceGroups.Names)}{meant}"));
                return null;
            default:
                problems.Add(LicenceProblem.PolicyError($"{list}: \"{entry}\" is an expression; list each identifier by itself"));
                return null;
        }
    }
}
