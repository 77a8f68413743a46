namespace PipelineKit.Core.Diagnostics;

/// <summary>
/// The kind of a diagnostic. Codes: PK1xxx spec, PK2xxx stage templates, PK3xxx platforms, PK4xxx outputs, PK5xxx packs and fleets, PK6xxx licences.
/// </summary>
/// <param name="Code">Stable code, for example <c>PK1003</c>; <c>docs/reference/diagnostics/PK1003.md</c> explains it.</param>
/// <param name="Title">What the code means, in a few words, without values.</param>
/// <param name="Severity">Weight of every diagnostic of this kind.</param>
public sealed record DiagnosticDescriptor(string Code, string Title, Severity Severity);
