// Decides about packages by a policy, as the stage licence-check has it.
//
// allow, deny and review list SPDX identifiers or groups (permissive, weak-copyleft, strong-copyleft, network-copyleft); unknown is deny,
// review or allow; ignore and exceptions name packages (NAME or NAME@VERSION), each with "REASON" or "REASON; until 2027-01-31";
// dev is ignore, report or enforce. Without allow and deny, strong and network copyleft are denied, and what is in no group is for review.
#nullable enable
using System.Globalization;
using System.Text.Json.Nodes;

namespace LicenceCheck;

/// <summary>How good a licence is, worst first.</summary>
internal enum Verdict
{
    Denied,
    Review,
    Allowed,
}

internal sealed record Exemption(string Name, string? Version, string Reason, DateOnly Last);

internal sealed record Decision(string Outcome, string Why)
{
    public bool Fails => Outcome is "denied" or "expired";
}

/// <summary>A policy, checked.</summary>
internal sealed class LicencePolicy
{
    private static readonly string[] Groups = ["permissive", "weak-copyleft", "strong-copyleft", "network-copyleft"];
    private static readonly string[] Keys = ["allow", "deny", "review", "unknown", "ignore", "exceptions", "dev"];
    private readonly Dictionary<string, (Verdict Verdict, string List)> lists = new(StringComparer.Ordinal);
    private readonly List<Exemption> exemptions;
    private readonly DateOnly today;
    private readonly Verdict unlisted;
    private readonly Verdict unknown;

    /// <exception cref="FormatException">The policy is wrong; the message says where.</exception>
    public LicencePolicy(JsonObject table, DateOnly day)
    {
        if (table.Select(entry => entry.Key).FirstOrDefault(key => !Keys.Contains(key)) is { } wrong)
        {
            throw new FormatException($"the policy has no key {wrong}");
        }

        today = day;
        var (allow, deny, review) = (Words(table["allow"]), Words(table["deny"]), Words(table["review"]));
        var byDefault = allow.Length == 0 && deny.Length == 0;
        (allow, deny) = byDefault ? ([.. Groups[..2].Except(review)], [.. Groups[2..].Except(review)]) : (allow, deny);
        unlisted = byDefault ? Verdict.Review : allow.Length > 0 ? Verdict.Denied : Verdict.Allowed;
        unknown = Choice(table, "unknown", "deny", "review", "allow") == "deny" ? Verdict.Denied : Verdict.Review;
        Development = Choice(table, "dev", "ignore", "report", "enforce");
        Add("deny", Verdict.Denied, deny);
        Add("review", Verdict.Review, review);
        Add("allow", Verdict.Allowed, allow);
        exemptions = [.. new[] { table["ignore"], table["exceptions"] }.OfType<JsonObject>().SelectMany(entries => entries).Select(entry => Exempt(entry.Key, (string?)entry.Value ?? ""))];
    }

    /// <summary>How packages count that only development needs: ignore, report or enforce.</summary>
    public string Development { get; }

    /// <summary>The outcome for a package (allowed, ignored, excepted, review, reported, denied, expired) and why.</summary>
    public Decision Decide(string name, string version, Tree tree, bool isDevelopment)
    {
        var (verdict, why) = Judge(tree);
        if (verdict == Verdict.Allowed)
        {
            return new("allowed", why);
        }

        if (isDevelopment && Development == "ignore")
        {
            return new("ignored", "only needed for development");
        }

        var found = exemptions.Where(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase) && (one.Version is null || one.Version == version)).MaxBy(one => one.Last);
        return (found, isDevelopment) switch
        {
            ({ } valid, _) when valid.Last >= today => new("excepted", valid.Reason),
            (_, true) when Development == "report" => new("reported", why),
            ({ } old, _) => new("expired", string.Create(CultureInfo.InvariantCulture, $"the exception ended on {old.Last:yyyy-MM-dd}; {why}")),
            _ => new(verdict == Verdict.Review ? "review" : "denied", why),
        };
    }

    /// <summary>An expression as text.</summary>
    public static string Show(Tree tree) => tree switch
    {
        Group { Kind: "any" } any => string.Join(" or ", any.Parts.Select(Show)),
        Group group => string.Join($" {group.Kind.ToUpperInvariant()} ", group.Parts.Select(part => group.Kind == "and" && part is Group { Kind: not "and" } ? $"({Show(part)})" : Show(part))),
        Term term => $"{term.Id}{(term.Plus ? "+" : "")}{(term.Exception is null ? "" : $" WITH {term.Exception}")}",
        Unknown unknown => unknown.Name.Length > 0 ? unknown.Name : "none",
        _ => "",
    };

    // A choice takes its best part, a conjunction its worst, so does a name that may mean several.
    private (Verdict Verdict, string Why) Judge(Tree tree) => tree switch
    {
        Group { Kind: "or" } choice => choice.Parts.Select(Judge).MaxBy(one => one.Verdict),
        Group all => all.Parts.Select(Judge).MinBy(one => one.Verdict),
        Term term => Judge(term),
        Unknown { Name: "" } => (unknown, "no licence is stated"),
        _ => (unknown, $"\"{Show(tree)}\" is not a known licence"),
    };

    private (Verdict Verdict, string Why) Judge(Term term)
    {
        var (text, bare) = (Show(term), Show(term with { Exception = null }));
        if (lists.TryGetValue(text, out var named) || (lists.TryGetValue(bare, out named) && named.Verdict != Verdict.Allowed))
        {
            return (named.Verdict, $"{named.List} lists {(lists.ContainsKey(text) ? text : bare)}");
        }

        const string Ending = "-or-later";
        var isNamedLater = term.Id.EndsWith(Ending, StringComparison.Ordinal);
        if (isNamedLater || term.Plus)
        {
            var versions = LicenceNames.Later.GetValueOrDefault(isNamedLater ? term.Id[..^Ending.Length] + "-only" : term.Id) ?? (term.Plus ? [term.Id] : []);
            if (versions.Length > 0)
            {
                return versions.Select(id => Judge(new Term(id, false, term.Exception))).MaxBy(one => one.Verdict);
            }
        }

        if (term.Id.Contains("Ref-", StringComparison.Ordinal))
        {
            return (unknown, $"{text} is on no list");
        }

        var group = GroupOf(term);
        return lists.TryGetValue(group, out var grouped)
            ? (grouped.Verdict, $"{grouped.List} lists {group}, and {text} is in that group")
            : (unlisted, $"no list names {text}");
    }

    // An exception may lift a copyleft licence into a milder group.
    private static string GroupOf(Term term)
    {
        var group = LicenceNames.Groups.GetValueOrDefault(term.Id, "");
        var lifted = LicenceNames.Lifts.GetValueOrDefault(term.Exception ?? "", "");
        return group.Length == 0 || group == Groups[0] || lifted.Length == 0 || Array.IndexOf(Groups, lifted) >= Array.IndexOf(Groups, group) ? group : lifted;
    }

    private void Add(string list, Verdict verdict, string[] entries)
    {
        foreach (var entry in entries)
        {
            var text = Array.Find(Groups, group => group.Equals(entry, StringComparison.OrdinalIgnoreCase))
                ?? (SpdxExpressions.Parse(entry) is Term term ? Show(SpdxExpressions.Modern(term)) : null)
                ?? throw new FormatException($"{list}: \"{entry}\" is neither one SPDX identifier nor one of the groups {string.Join(", ", Groups)}");
            if (!lists.TryAdd(text, (verdict, list)) && lists[text].List != list)
            {
                throw new FormatException($"\"{text}\" stands both in {lists[text].List} and in {list}");
            }
        }
    }

    private static Exemption Exempt(string package, string text)
    {
        const string Until = "; until ";
        var end = text.LastIndexOf(Until, StringComparison.Ordinal);
        var (reason, day) = end < 0 ? (text, "9999-12-31") : (text[..end], text[(end + Until.Length)..]);
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last))
        {
            throw new FormatException($"{package}: \"{day}\" is no day; write \"REASON; until 2027-01-31\"");
        }

        var at = package.LastIndexOf('@');
        return string.IsNullOrWhiteSpace(reason) ? throw new FormatException($"{package}: the reason is missing")
            : at > 0 ? new(package[..at], package[(at + 1)..], reason, last) : new(package, null, reason, last);
    }

    private static string[] Words(JsonNode? list) => [.. (list as JsonArray ?? []).Select(entry => (string?)entry ?? "")];

    private static string Choice(JsonObject table, string key, params string[] words)
    {
        var word = (string?)table[key] ?? words[0];
        return words.Contains(word) ? word : throw new FormatException($"{key} is one of {string.Join(", ", words)}");
    }
}
