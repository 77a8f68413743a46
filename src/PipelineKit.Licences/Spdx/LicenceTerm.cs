namespace PipelineKit.Licences.Spdx;

/// <summary>One licence, perhaps with "or later" and an exception.</summary>
/// <param name="Id">Identifier of the list, or a <c>LicenseRef-</c>, perhaps behind <c>DocumentRef-…:</c>.</param>
/// <param name="OrLater">A <c>+</c> stands behind the identifier.</param>
/// <param name="Exception">Identifier behind <c>WITH</c>; null if there is none.</param>
public sealed record LicenceTerm(string Id, bool OrLater = false, string? Exception = null) : LicenceExpression
{
    /// <summary>The identifier is not from the list but defined by a document.</summary>
    public bool IsReference => Id.StartsWith("LicenseRef-", StringComparison.Ordinal) || Id.StartsWith("DocumentRef-", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => (OrLater, Exception) switch
    {
        (false, null) => Id,
        (true, null) => Id + "+",
        (false, _) => $"{Id} WITH {Exception}",
        _ => $"{Id}+ WITH {Exception}",
    };
}
