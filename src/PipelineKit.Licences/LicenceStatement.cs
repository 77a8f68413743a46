namespace PipelineKit.Licences;

/// <summary>What a package says about its licence, as it stands there.</summary>
/// <param name="Kind">The form of the statement.</param>
/// <param name="Value">The words themselves.</param>
/// <param name="Location">Where they stand.</param>
public sealed record LicenceStatement(StatementKind Kind, string Value, SourceLocation Location);
