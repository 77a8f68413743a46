using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Yaml;

/// <summary>What can be wrong with a file before its content means anything (PK11xx).</summary>
public static class YamlDiagnostics
{
    /// <summary>The file is not there, or may not be read.</summary>
    public static DiagnosticDescriptor Unreadable { get; } = Error("PK1100", "File cannot be read");

    /// <summary>The file is larger than <see cref="YamlReader.MaxBytes"/>.</summary>
    public static DiagnosticDescriptor TooLarge { get; } = Error("PK1101", "File too large");

    /// <summary>The file is not text in UTF-8.</summary>
    public static DiagnosticDescriptor NotUtf8 { get; } = Error("PK1102", "Not UTF-8 text");

    /// <summary>The file holds nothing but white space and comments.</summary>
    public static DiagnosticDescriptor Empty { get; } = Error("PK1103", "File is empty");

    /// <summary>The text is not YAML (1.2.2).</summary>
    public static DiagnosticDescriptor Syntax { get; } = Error("PK1104", "Not valid YAML");

    /// <summary>A tab character where YAML wants spaces (YAML 1.2.2, section 6.1).</summary>
    public static DiagnosticDescriptor Tab { get; } = Error("PK1105", "Tab used for indentation");

    /// <summary>The same key twice in one mapping (YAML 1.2.2, section 3.2.1.3).</summary>
    public static DiagnosticDescriptor DuplicateKey { get; } = Error("PK1106", "Duplicate key");

    /// <summary>Nested deeper than <see cref="YamlReader.MaxDepth"/>.</summary>
    public static DiagnosticDescriptor TooDeep { get; } = Error("PK1107", "Nested too deeply");

    /// <summary>More than <see cref="YamlReader.MaxNodes"/> values, aliases counted as what they stand for.</summary>
    public static DiagnosticDescriptor TooManyNodes { get; } = Error("PK1108", "Too many values");

    /// <summary>A second document in the file.</summary>
    public static DiagnosticDescriptor SeveralDocuments { get; } = Error("PK1109", "Several documents");

    /// <summary>A tag such as <c>!!str</c>.</summary>
    public static DiagnosticDescriptor Tag { get; } = Error("PK1110", "Tag not allowed");

    /// <summary>A merge key of YAML 1.1.</summary>
    public static DiagnosticDescriptor MergeKey { get; } = Error("PK1111", "Merge key not allowed");

    /// <summary>A key that is missing, a list or a mapping.</summary>
    public static DiagnosticDescriptor KeyNotText { get; } = Error("PK1112", "Key is not a word");

    /// <summary>An alias of an anchor that is not there, or that contains the alias.</summary>
    public static DiagnosticDescriptor Alias { get; } = Error("PK1113", "Alias without an anchor");

    /// <summary>All of them, by code.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        Unreadable, TooLarge, NotUtf8, Empty, Syntax, Tab, DuplicateKey, TooDeep, TooManyNodes, SeveralDocuments, Tag, MergeKey, KeyNotText, Alias,
    ];

    private static DiagnosticDescriptor Error(string code, string title) => new(code, title, Severity.Error);
}
