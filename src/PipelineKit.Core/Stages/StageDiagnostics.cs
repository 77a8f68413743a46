using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Stages;

/// <summary>Diagnostics of stage templates and of the data files beside them. Each has a page in <c>docs/reference/diagnostics/</c>.</summary>
public static class StageDiagnostics
{
    /// <summary>A template does not parse.</summary>
    public static DiagnosticDescriptor TemplateSyntax { get; } = Error("PK2001", "A template does not parse");

    /// <summary>A template stopped while rendering: unknown name, limit reached, wrong type.</summary>
    public static DiagnosticDescriptor TemplateRun { get; } = Error("PK2002", "A template failed while rendering");

    /// <summary>There is no template for the stack.</summary>
    public static DiagnosticDescriptor NoTemplate { get; } = Error("PK2003", "A stage has no template for a stack");

    /// <summary>A key that the grammar does not know.</summary>
    public static DiagnosticDescriptor UnknownKey { get; } = Error("PK2004", "Unknown key in a stage document or data file");

    /// <summary>A required key is missing.</summary>
    public static DiagnosticDescriptor MissingKey { get; } = Error("PK2005", "A required key is missing in a stage document or data file");

    /// <summary>A value of the wrong kind or outside its range.</summary>
    public static DiagnosticDescriptor WrongValue { get; } = Error("PK2006", "A value of the wrong kind in a stage document or data file");

    /// <summary>A value of the spec would be read as an option by a program.</summary>
    public static DiagnosticDescriptor OptionFromSpec { get; } = Error("PK2007", "A value of the spec would become an option of a program");

    /// <summary>A script holds text that an expression wrote.</summary>
    public static DiagnosticDescriptor ValueInScript { get; } = Error("PK2008", "A script holds a value");

    /// <summary>A script without a shell.</summary>
    public static DiagnosticDescriptor ScriptWithoutShell { get; } = Error("PK2009", "A script without a shell");

    /// <summary>A tool cannot be had with the project's package manager.</summary>
    public static DiagnosticDescriptor ToolUnavailable { get; } = Error("PK2010", "A tool is not available for a package manager");

    /// <summary>An id in a template or data file that leads nowhere: an environment, a toolchain, a way to run a tool.</summary>
    public static DiagnosticDescriptor UnknownId { get; } = Error("PK2011", "An id that leads nowhere");

    /// <summary>A data file whose id is not its name, or that cannot be read.</summary>
    public static DiagnosticDescriptor BadDataFile { get; } = Error("PK2012", "A data file that cannot be used");

    /// <summary>A version that is said to be pinned and is not.</summary>
    public static DiagnosticDescriptor NoPin { get; } = Error("PK2013", "A version that no pin gives");

    /// <summary>An expression wrote a part of a scalar.</summary>
    public static DiagnosticDescriptor PartOfValue { get; } = Error("PK2015", "A value inside other text");

    /// <summary>A file in the folder of a repository's templates that nothing reads; a warning.</summary>
    public static DiagnosticDescriptor UnreadFile { get; } = new("PK2016", "A file of .pipelinekit that nothing reads", Severity.Warning);

    /// <summary>All of them, by code.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        TemplateSyntax, TemplateRun, NoTemplate, UnknownKey, MissingKey, WrongValue, OptionFromSpec, ValueInScript,
        ScriptWithoutShell, ToolUnavailable, UnknownId, BadDataFile, NoPin,
        PartOfValue, UnreadFile,
    ];

    private static DiagnosticDescriptor Error(string code, string title) => new(code, title, Severity.Error);
}
