using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Packs;

/// <summary>Problems with packs (PK50xx). Each has a page in <c>docs/reference/diagnostics/</c>.</summary>
public static class PackDiagnostics
{
    /// <summary>There is no pack at the place that a spec names.</summary>
    public static DiagnosticDescriptor NotFound { get; } = Error("PK5001", "A pack is not there");

    /// <summary>A pack that holds what no pack may hold, or whose <c>pack.yml</c> means nothing.</summary>
    public static DiagnosticDescriptor Unusable { get; } = Error("PK5002", "A pack cannot be used");

    /// <summary>Another name or version than the spec asks for.</summary>
    public static DiagnosticDescriptor OtherPack { get; } = Error("PK5003", "Another pack than the spec asks for");

    /// <summary>The pack was not made for this version of the program.</summary>
    public static DiagnosticDescriptor NeedsOtherTool { get; } = Error("PK5004", "A pack needs another version of the program");

    /// <summary>The content is not the one of the lock file.</summary>
    public static DiagnosticDescriptor Changed { get; } = Error("PK5005", "A pack is not the one that was locked");

    /// <summary>A pack that has to be fetched first.</summary>
    public static DiagnosticDescriptor NotFetched { get; } = Error("PK5006", "A pack has not been fetched");

    /// <summary>A required stage is not there, or may fail.</summary>
    public static DiagnosticDescriptor Required { get; } = Error("PK5010", "A stage that a pack requires");

    /// <summary>A threshold below that of a pack.</summary>
    public static DiagnosticDescriptor Minimum { get; } = Error("PK5011", "A threshold below that of a pack");

    /// <summary>Findings pass that a pack does not let pass.</summary>
    public static DiagnosticDescriptor FailOn { get; } = Error("PK5012", "A severity that a pack does not let pass");

    /// <summary>A licence that a pack does not allow.</summary>
    public static DiagnosticDescriptor Allow { get; } = Error("PK5013", "A licence that a pack does not allow");

    /// <summary>A tool that a pack forbids.</summary>
    public static DiagnosticDescriptor Forbidden { get; } = Error("PK5014", "A tool that a pack forbids");

    /// <summary>An input that a pack keeps to itself.</summary>
    public static DiagnosticDescriptor Locked { get; } = Error("PK5015", "An input that a pack keeps");

    /// <summary>A file of the repository stands in for one that a ruled stage is made from.</summary>
    public static DiagnosticDescriptor Shadowed { get; } = Error("PK5016", "A file that shadows a stage under a pack's rules");

    /// <summary>A patch reaches what rules are about.</summary>
    public static DiagnosticDescriptor Patched { get; } = Error("PK5017", "A patch of what a pack has rules about");

    /// <summary>A rule is waived for this repository.</summary>
    public static DiagnosticDescriptor Waived { get; } = new("PK5018", "A rule of a pack is waived", Severity.Info);

    /// <summary>A file of a fleet that means nothing, or names no repository.</summary>
    public static DiagnosticDescriptor BadFleet { get; } = Error("PK5030", "A fleet that cannot be used");

    /// <summary>All of them, by code.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        NotFound, Unusable, OtherPack, NeedsOtherTool, Changed, NotFetched, Required, Minimum, FailOn, Allow, Forbidden, Locked, Shadowed, Patched, Waived, BadFleet,
    ];

    private static DiagnosticDescriptor Error(string code, string title) => new(code, title, Severity.Error);
}
