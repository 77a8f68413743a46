using PipelineKit.Licences.Spdx;

namespace PipelineKit.Licences.Normalisation;

/// <summary>
/// Concludes the licence of a package from its statements. The first kind that gives a definite answer counts: expression,
/// then field and classifiers together, then address, then the texts of its licence files. Statements of one kind that
/// differ all apply, because nothing says that one may choose between them.
/// </summary>
internal static class LicenceNormaliser
{
    /// <summary>The conclusion; <paramref name="readTexts"/> is asked only if the statements do not settle it.</summary>
    public static LicenceConclusion Conclude(
        IReadOnlyCollection<LicenceStatement> statements, Func<IEnumerable<LicenceStatement>> readTexts)
    {
        var log = new EvidenceLog();
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
        var definite = expressions.FindAll(IsDefinite);
        definite = definite.FindAll(wide => !definite.Exists(narrow => narrow != wide && IsNarrower(narrow, wide)));
        if (definite.Count == 0)
        {
            return (null, expressions);
        }

        var unsettled = expressions.FindAll(open => !IsDefinite(open) && !definite.Exists(settled => Settles(settled, open)));
        var all = LicenceExpression.AllOf([.. definite, .. unsettled]);
        if (definite.Count + unsettled.Count > 1)
        {
            log.Add(found[0].Location, string.Join(", ", definite.Concat(unsettled)), "several statements, no choice offered", all.ToString());
        }

        return (all, []);
    }

    // A name with several meanings is settled by a statement of one of them, a name that cannot be read by any statement that can.
    private static bool Settles(LicenceExpression settled, LicenceExpression open) =>
        open is UnresolvedLicence unresolved && (unresolved.Candidates.IsEmpty || unresolved.Candidates.Contains(settled));

    // "GPL" without a version (1.0 or later) beside "GPLv3": the statement with the version says more.
    private static bool IsNarrower(LicenceExpression narrow, LicenceExpression wide) =>
        wide is LicenceTerm { Id: "GPL-1.0-or-later" or "LGPL-2.0-or-later" } w && narrow is LicenceTerm n
        && n.Id.StartsWith(w.Id[..w.Id.IndexOf('-', StringComparison.Ordinal)] + "-", StringComparison.Ordinal);

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
        if (!open.TrueForAll(expression => Settles(all, expression)))
        {
            log.Add(location, string.Join(", ", open), "the licence text goes before a name that does not say which", all.ToString());
        }

        return all;
    }
}
