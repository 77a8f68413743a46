namespace PipelineKit.Licences.Policies;

/// <summary>A package that may be used although the policy would not allow it.</summary>
/// <param name="Package">Its name; Python names are compared in their normal form, NuGet names without case.</param>
/// <param name="Reason">Why; must not be empty.</param>
/// <param name="Expires">The last day on which the exception holds; null if it has no end.</param>
/// <param name="Version">The only version it holds for; null for all.</param>
/// <param name="Licence">The expression it was made for: with another licence it no longer holds; null for any.</param>
public sealed record PackageExemption(string Package, string Reason, DateOnly? Expires = null, string? Version = null, string? Licence = null);
