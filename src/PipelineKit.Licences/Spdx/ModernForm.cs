namespace PipelineKit.Licences.Spdx;

/// <summary>Replaces deprecated identifiers by what the list names instead.</summary>
internal static class ModernForm
{
    /// <summary>The expression without deprecated identifiers that have a replacement; <paramref name="replaced"/> gets each (old, new).</summary>
    public static LicenceExpression Of(LicenceExpression expression, Action<string, string>? replaced = null) => expression switch
    {
        LicenceChoice choice => LicenceExpression.AnyOf(choice.Options.Select(option => Of(option, replaced))),
        LicenceConjunction all => LicenceExpression.AllOf(all.Parts.Select(part => Of(part, replaced))),
        LicenceTerm term => Of(term, replaced),
        _ => expression,
    };

    private static LicenceTerm Of(LicenceTerm term, Action<string, string>? replaced)
    {
        if (SpdxList.Replacement(term.Id) is not { } text || ExpressionParser.Parse(text).Expression is not LicenceTerm modern)
        {
            return term;
        }

        var orLater = term.OrLater && !modern.Id.EndsWith("-or-later", StringComparison.Ordinal);
        var result = (orLater && modern.Id.EndsWith("-only", StringComparison.Ordinal))
            ? modern with { Id = modern.Id[..^"only".Length] + "or-later" }
            : modern with { OrLater = orLater };
        if (term.Exception is not null && modern.Exception is null)
        {
            result = result with { Exception = term.Exception };
        }
        else if (term.Exception is not null)
        {
            return term;
        }

        replaced?.Invoke(term.ToString(), result.ToString());
        return result;
    }
}
