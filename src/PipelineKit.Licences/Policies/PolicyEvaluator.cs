using System.Collections.Immutable;
using PipelineKit.Licences.Spdx;

namespace PipelineKit.Licences.Policies;

/// <summary>Judges expressions by a policy and gives the proof.</summary>
internal sealed class PolicyEvaluator(PolicyLists lists, LicencePolicy policy)
{
    private readonly Dictionary<LicenceExpression, DecisionStep> known = [];

    /// <summary>The verdict of an expression; null stands for "no licence is known".</summary>
    public DecisionStep Judge(LicenceExpression? expression)
    {
        if (expression is null)
        {
            return new("NOASSERTION", Unknown, $"no licence is known, and unknown is set to {Rule}", []);
        }

        if (!known.TryGetValue(expression, out var step))
        {
            known[expression] = step = JudgeAnew(expression);
        }

        return step;
    }

    private LicenceVerdict Unknown => policy.Unknown == UnknownRule.Deny ? LicenceVerdict.Denied : LicenceVerdict.Review;

    private string Rule => policy.Unknown == UnknownRule.Deny ? "deny" : "review";

    private DecisionStep JudgeAnew(LicenceExpression expression) => expression switch
    {
        LicenceChoice choice => Best(expression, choice.Options, "one of these may be chosen"),
        LicenceConjunction all => Worst(expression, all.Parts, "all of these apply"),
        UnresolvedLicence { Candidates.IsEmpty: false } open =>
            Worst(expression, open.Candidates, $"\"{open.Spelling}\" may mean any of these, so all must do"),
        UnresolvedLicence open => new(
            expression.ToString(), Unknown, $"\"{open.Spelling}\" is not a known licence, and unknown is set to {Rule}", []),
        LicenceTerm term => Term(term),
        _ => throw new InvalidOperationException($"An expression of type {expression.GetType().Name} cannot be judged."),
    };

    private DecisionStep Term(LicenceTerm term)
    {
        var text = term.ToString();
        if (lists.Named(term) is { } named)
        {
            return new(text, named.Verdict, $"{named.List} lists {text}", []);
        }

        if (VersionRanges.Versions(term) is { } versions)
        {
            return Best(term, versions, "\"or later\" lets one choose among these versions");
        }

        if (term.IsReference)
        {
            return new(text, Unknown, $"{text} is not on the SPDX list and in no list of the policy, and unknown is set to {Rule}", []);
        }

        if (LicenceGroups.Of(term) is not { } group)
        {
            return Unlisted(text, $"no list names {text}, and it is in no group");
        }

        return lists.Grouped(group) is { } rule
            ? new(text, rule.Verdict, $"{rule.List} lists {group}, and {text} is in that group", [])
            : Unlisted(text, $"no list names {text} or its group {group}");
    }

    private DecisionStep Unlisted(string text, string why)
    {
        var verdict = policy.Unlisted ?? (policy.Allow.IsEmpty ? LicenceVerdict.Allowed : LicenceVerdict.Denied);
        var rule = policy.Unlisted is not null ? "which the policy treats so" : policy.Allow.IsEmpty ? "and there is no allow list" : "and there is an allow list";
        return new(text, verdict, $"{why}, {rule}", []);
    }

    private DecisionStep Best(LicenceExpression expression, IEnumerable<LicenceExpression> parts, string rule)
    {
        var steps = parts.Select(part => Judge(part)).ToImmutableArray();
        var best = steps.MaxBy(step => step.Verdict)!;
        return new(expression.ToString(), best.Verdict, $"{rule}: the best is {best.Expression}", steps);
    }

    private DecisionStep Worst(LicenceExpression expression, IEnumerable<LicenceExpression> parts, string rule)
    {
        var steps = parts.Select(part => Judge(part)).ToImmutableArray();
        var worst = steps.MinBy(step => step.Verdict)!;
        return new(expression.ToString(), worst.Verdict, $"{rule}: the worst is {worst.Expression}", steps);
    }
}
