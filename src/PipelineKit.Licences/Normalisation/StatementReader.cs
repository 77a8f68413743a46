using System.Globalization;
using PipelineKit.Licences.Spdx;

namespace PipelineKit.Licences.Normalisation;

/// <summary>Reads one statement of a package into an expression, and notes how.</summary>
internal static class StatementReader
{
    /// <summary>Longest licence text that is compared, in characters.</summary>
    public const int MaximumText = 256 * 1024;

    /// <summary>A field with more characters than this holds a licence text and not a name.</summary>
    private const int LongestName = 200;

    /// <summary>The expression of a statement; null if it says nothing.</summary>
    public static LicenceExpression? Read(LicenceStatement statement, EvidenceLog log) => statement.Kind switch
    {
        StatementKind.Expression or StatementKind.Field => ReadName(statement, log),
        StatementKind.Classifier => ReadMeaning(statement, "classifier", NameTable.Classified(statement.Value), log),
        StatementKind.Url => ReadMeaning(statement, "address", NameTable.Addressed(statement.Value), log),
        StatementKind.Text => ReadText(statement, log),
        _ => null,
    };

    /// <summary>The licence of a text; null, with the nearest one noted, if none is similar enough.</summary>
    public static LicenceExpression? ReadText(LicenceStatement statement, EvidenceLog log)
    {
        if (statement.Value.Length > MaximumText)
        {
            log.Add(statement, "licence text", "too long to compare");
            return null;
        }

        if (TextMatcher.Best(statement.Value) is not { } best)
        {
            log.Add(statement, "licence text", "resembles no known text");
            return null;
        }

        var similarity = best.Similarity.ToString("0.00", CultureInfo.InvariantCulture);
        if (!best.Holds)
        {
            var why = best.Similarity < TextMatcher.Threshold
                ? $"below {TextMatcher.Threshold.ToString("0.00", CultureInfo.InvariantCulture)}, so not taken"
                : "too much text of its own, so not taken";
            log.Add(statement, $"licence text, similarity {similarity} to {best.Id}", why);
            return null;
        }

        var note = best.Id.EndsWith("-only", StringComparison.Ordinal) ? " (the text alone does not offer later versions)" : "";
        log.Add(statement, $"licence text, similarity {similarity}", best.Id + note);
        return new LicenceTerm(best.Id);
    }

    private static LicenceExpression? ReadName(LicenceStatement statement, EvidenceLog log)
    {
        var name = statement.Value.Trim();
        if (name.Length == 0)
        {
            return null;
        }

        if (ExpressionParser.Parse(name).Expression is { } exact)
        {
            var text = exact.ToString();
            log.Add(statement, text == name ? "SPDX expression" : "SPDX expression, in its normal form", text);
            return Modern(exact, statement, log);
        }

        if (name.Length > LongestName || name.Contains('\n', StringComparison.Ordinal))
        {
            return ReadText(statement, log) ?? FirstLine(statement, name, log);
        }

        if (ExpressionScanner.IsBroken(name))
        {
            log.Add(statement, "a broken expression", "not known");
            return new UnresolvedLicence(name, []);
        }

        if (NameTable.Spelled(name) is { } meaning)
        {
            return ReadMeaning(statement, "spelling", meaning, log);
        }

        return name.Contains("://", StringComparison.Ordinal) && NameTable.Addressed(name) is { } address
            ? ReadMeaning(statement, "address", address, log)
            : ReadParts(statement, name, log);
    }

    // "MIT License" above a text of its own counts; "Copyright …" does not.
    private static LicenceExpression? FirstLine(LicenceStatement statement, string name, EvidenceLog log)
    {
        var line = name.Split('\n', 2)[0].Trim();
        return line.Length < name.Length && line.Length <= LongestName && NameTable.Spelled(line) is { NoLicence: null } meaning
            ? ReadMeaning(statement with { Value = line }, "first line of the text", meaning, log)
            : null;
    }

    private static LicenceExpression? ReadMeaning(LicenceStatement statement, string rule, NameMeaning? meaning, EvidenceLog log)
    {
        if (meaning?.Expression is null)
        {
            log.Add(statement, rule, meaning?.NoLicence ?? "not known");
            return null;
        }

        var result = meaning.Expression switch
        {
            UnresolvedLicence open => "one of " + string.Join(", ", open.Candidates) + "; which one is not said",
            _ when meaning.Assumed => $"{meaning.Expression} (assumed: the version is not said)",
            _ => meaning.Expression.ToString(),
        };
        log.Add(statement, rule, result);
        return meaning.Expression;
    }

    private static LicenceExpression? ReadParts(LicenceStatement statement, string name, EvidenceLog log)
    {
        var parsed = ExpressionParser.ParseNames(name, part => ReadPart(statement, part, log));
        if (parsed.Expression is { } expression)
        {
            log.Add(statement, expression is UnresolvedLicence { Candidates: [] } ? "not on the SPDX list" : "expression of names", expression.ToString());
            return Modern(expression, statement, log);
        }

        log.Add(statement, "not an expression", parsed.Error!);
        return new UnresolvedLicence(name, []);
    }

    private static LicenceExpression ReadPart(LicenceStatement statement, string part, EvidenceLog log)
    {
        if (NameTable.Spelled(part) is { } meaning && ReadMeaning(statement with { Value = part }, "spelling", meaning, log) is { } expression)
        {
            return expression;
        }

        return new UnresolvedLicence(part, []);
    }

    private static LicenceExpression Modern(LicenceExpression expression, LicenceStatement statement, EvidenceLog log) =>
        ModernForm.Of(expression, (old, modern) => log.Add(statement.Location, old, "deprecated identifier", modern));
}
