using System.Collections.Immutable;
using PipelineKit.Licences.Policies;

namespace PipelineKit.Licences;

/// <summary>What to check, and by what rules.</summary>
public sealed record LicenceScanRequest
{
    /// <summary>
    /// A folder that is searched for lock files and installed packages, or one file (lock file, <c>project.assets.json</c>,
    /// CycloneDX or SPDX document).
    /// </summary>
    public required string Path { get; init; }

    /// <summary>The day of the check, against which exceptions expire.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The rules.</summary>
    public LicencePolicy Policy { get; init; } = LicencePolicy.Default;

    /// <summary>Name of the project in SBOMs and notices; the folder's name if null.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// Folders outside <see cref="Path"/> that may be read: NuGet's global packages folder, site-packages of an interpreter.
    /// </summary>
    public ImmutableArray<string> PackageFolders { get; init; } = [];

    /// <summary>
    /// Folders below <see cref="Path"/> that are not searched, relative to it with forward slashes, e.g. <c>tests/fixtures</c>.
    /// <c>*</c> stands for any characters, <c>/</c> too, and <c>?</c> for one.
    /// </summary>
    public ImmutableArray<string> Exclude { get; init; } = [];

    /// <summary>
    /// Where the scanned folder lies in its repository, with forward slashes: put before the files of the report, so that platforms find
    /// them. Empty for the root.
    /// </summary>
    public string FolderInRepository { get; init; } = "";

    /// <summary>Keep the licence texts of the packages for a notices file; reads each package's licence files.</summary>
    public bool CollectTexts { get; init; }
}
