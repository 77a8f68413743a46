namespace PipelineKit.Licences.Spdx;

/// <summary>One entry of the SPDX licence list.</summary>
/// <param name="Id">The identifier in the list's own spelling, e.g. <c>Apache-2.0</c>.</param>
/// <param name="Name">The full name; empty where the source of the data gives none.</param>
/// <param name="Deprecated">The list no longer recommends the identifier.</param>
/// <param name="OsiApproved">The Open Source Initiative approved the licence.</param>
/// <param name="InCycloneDx">CycloneDX 1.6 accepts it as <c>license.id</c>.</param>
public sealed record SpdxLicence(string Id, string Name, bool Deprecated, bool OsiApproved, bool InCycloneDx);
