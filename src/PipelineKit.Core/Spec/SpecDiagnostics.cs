using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Spec.Rules;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Spec;

/// <summary>What the reader of the spec itself finds (shape and types); what needs more than one value is a rule of its own (<see cref="SpecRules"/>).</summary>
public static class SpecDiagnostics
{
    /// <summary>The spec is of another version of the format, or does not say.</summary>
    public static DiagnosticDescriptor Version { get; } = Error("PK1001", "Unsupported spec version");

    /// <summary>A key that does not exist here.</summary>
    public static DiagnosticDescriptor UnknownKey { get; } = Error("PK1002", "Unknown key");

    /// <summary>A key that must be there.</summary>
    public static DiagnosticDescriptor MissingKey { get; } = Error("PK1007", "Missing key");

    /// <summary>A list where a word is expected, a word where a number is expected, …</summary>
    public static DiagnosticDescriptor WrongType { get; } = Error("PK1008", "Wrong type of value");

    /// <summary>Not one of the allowed words, or not of the required form.</summary>
    public static DiagnosticDescriptor InvalidValue { get; } = Error("PK1009", "Value not allowed");

    /// <summary>A number outside its range.</summary>
    public static DiagnosticDescriptor OutOfRange { get; } = Error("PK1010", "Number out of range");

    /// <summary>A duration without unit, or too long.</summary>
    public static DiagnosticDescriptor Duration { get; } = Error("PK1032", "Invalid duration");

    /// <summary>A list or mapping without content, where that means nothing.</summary>
    public static DiagnosticDescriptor NothingThere { get; } = Error("PK1037", "Nothing there");

    /// <summary>An input that stages of this stack do not have.</summary>
    public static DiagnosticDescriptor InputNotForStack { get; } = Error("PK1043", "Input not for this stack");

    /// <summary>What the reader of the spec finds, by code.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> OfReader { get; } =
        [Version, UnknownKey, MissingKey, WrongType, InvalidValue, OutOfRange, Duration, NothingThere, InputNotForStack];

    /// <summary>Every kind of diagnostic of a spec: reading YAML, reading the spec, rules. Sorted by code.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
        [.. YamlDiagnostics.All.Concat(OfReader).Concat(SpecRules.All.Select(r => r.Descriptor)).OrderBy(d => d.Code, StringComparer.Ordinal)];

    private static DiagnosticDescriptor Error(string code, string title) => new(code, title, Severity.Error);
}
