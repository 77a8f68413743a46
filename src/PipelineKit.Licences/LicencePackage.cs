using System.Collections.Immutable;

namespace PipelineKit.Licences;

/// <summary>A third-party package as a reader found it.</summary>
public sealed record LicencePackage
{
    /// <summary>Where it comes from.</summary>
    public required Ecosystem Ecosystem { get; init; }

    /// <summary>Its name as its ecosystem spells it.</summary>
    public required string Name { get; init; }

    /// <summary>Its version; empty if the source names none.</summary>
    public required string Version { get; init; }

    /// <summary>Its package URL (https://github.com/package-url/purl-spec), e.g. <c>pkg:npm/%40types/node@20.1.0</c>.</summary>
    public required string Purl { get; init; }

    /// <summary>The lock file, metadata file or SBOM that names it.</summary>
    public required SourceLocation FoundAt { get; init; }

    /// <summary>What it says about its licence.</summary>
    public ImmutableArray<LicenceStatement> Declared { get; init; } = [];

    /// <summary>The project itself asks for it; otherwise another package does.</summary>
    public bool Direct { get; init; }

    /// <summary>It is only needed for development.</summary>
    public bool Development { get; init; }

    /// <summary>The shortest way from the project to it, as <c>name@version</c>, itself included.</summary>
    public ImmutableArray<string> Path { get; init; } = [];

    /// <summary>The folder that holds its files; null if it is not installed.</summary>
    public string? Folder { get; init; }

    /// <summary><c>name@version</c>.</summary>
    public string Label => Version.Length > 0 ? $"{Name}@{Version}" : Name;

    /// <inheritdoc/>
    public override string ToString() => Label;
}
