using PipelineKit.Licences.Spdx;

namespace PipelineKit.Licences.Normalisation;

/// <summary>
/// Concludes the licence of a package from its statements. The first kind that gives a definite answer counts: expression,
/// then field and classifiers together, then address, then the texts of its licence files. Statements of one kind that
/// differ all apply, because nothing says that one may choose between them.
/// </summary>
internal static class LicenceNormaliser
{
    /// <summary>The most statements of one package that are weighed against each other.</summary>
    public const int MaximumStatements = 64;

    /// <summary>The conclusion; <paramref name="readTexts"/> is asked only if the statements do not settle it.</summary>
    public static LicenceConclusion Conclude(
        IReadOnlyCollection<LicenceStatement> statements, Func<IEnumerable<LicenceStatement>> readTexts)
    {
        var log = new EvidenceLog();
        if (statements.Count > MaximumStatements)
        {
            log.Add(statements.First().Location, "", "too many statements", $"a package with more than {MaximumStatements} is not judged");
            return new(null, log.Steps());
        }

        var open = new List<LicenceExpression>();
        foreach (var kinds in (StatementKind[][])
            [[StatementKind.Expression], [StatementKind.Field, StatementKind.Classifier], [StatementKind.Text], [StatementKind.Url]])
        {
            var (definite, unsettled) = Read(statements.Where(statement => kinds.Contains(statement.Kind)), log);
            if (definite is not null)
            {
                return new(definite, log.Steps());
            }

            open.AddRange(unsettled);
        }

        var text = FromTexts(readTexts(), open, log) ?? (open.Count > 0 ? LicenceExpression.AllOf(open) : null);
        return new(text, log.Steps());
    }

    private static (LicenceExpression? Definite, List<LicenceExpression> Unsettled) Read(IEnumerable<LicenceStatement> statements, EvidenceLog log)
    {
        var found = new List<(SourceLocation Location, LicenceExpression Expression)>();
        foreach (var statement in statements)
        {
            if (StatementReader.Read(statement, log) is { } expression)
            {
                found.Add((statement.Location, expression));
            }
        }

        List<LicenceExpression> expressions = [.. found.Select(pair => pair.Expression).Distinct()];
        if (expressions.Exists(IsReadable))
        {
            expressions.RemoveAll(expression => !IsReadable(expression));
        }

        List<LicenceExpression> kept = expressions.FindAll(one => !expressions.Exists(other => other != one && Covers(other, one)));
        if (!kept.Exists(IsDefinite))
        {
            return (null, kept);
        }

        var all = LicenceExpression.AllOf(kept);
        if (expressions.Count > 1)
        {
            var rule = kept.Count == 1 ? "one statement says more than the others" : "several statements, no choice offered";
            log.Add(found[0].Location, string.Join(", ", expressions), rule, all.ToString());
        }

        return (all, []);
    }

    // A name that says nothing to us gives way to one that does.
    private static bool IsReadable(LicenceExpression expression) => expression is not UnresolvedLicence { Candidates.IsEmpty: true };

    /// <summary>The first statement makes the second one superfluous.</summary>
    private static bool Covers(LicenceExpression sure, LicenceExpression other)
    {
        if (!IsDefinite(sure))
        {
            return false;
        }

        // "BSD" beside "BSD-3-Clause"; "GPL" (1.0 or later) beside "GPLv3"; single names beside "A OR B" that offers them.
        return other switch
        {
            UnresolvedLicence open => sure.Leaves().Any(leaf => open.Candidates.Contains(leaf)),
            LicenceTerm wide when sure is LicenceTerm narrow => IsNarrower(narrow, wide),
            LicenceTerm term => sure.Leaves().Any(leaf => leaf.Equals(term) || leaf.Equals(term with { OrLater = true })),
            _ => false,
        };
    }

    private static bool IsNarrower(LicenceTerm narrow, LicenceTerm wide) =>
        wide.Id is "GPL-1.0-or-later" or "LGPL-2.0-or-later"
        && narrow.Id.StartsWith(wide.Id[..(wide.Id.IndexOf('-', StringComparison.Ordinal) + 1)], StringComparison.Ordinal);

    private static bool IsDefinite(LicenceExpression expression) => expression.Leaves().All(leaf => leaf is LicenceTerm);

    private static LicenceExpression? FromTexts(IEnumerable<LicenceStatement> texts, List<LicenceExpression> open, EvidenceLog log)
    {
        var found = new List<LicenceExpression>();
        SourceLocation location = default;
        foreach (var text in texts)
        {
            if (StatementReader.ReadText(text, log) is { } expression)
            {
                found.Add(expression);
                location = text.Location;
            }
        }

        if (found.Count == 0)
        {
            return null;
        }

        var all = LicenceExpression.AllOf(found);
        if (!open.TrueForAll(expression => !IsReadable(expression) || Covers(all, expression)))
        {
            log.Add(location, string.Join(", ", open), "the licence text goes before a name that does not say which", all.ToString());
        }

        return all;
    }
}
