namespace PipelineKit.Licences;

/// <summary>Where a package comes from.</summary>
public enum Ecosystem
{
    /// <summary>Named by an SBOM without a package URL of a type that is read here.</summary>
    Other,

    /// <summary>npm registry packages, whatever installs them.</summary>
    Npm,

    /// <summary>NuGet packages.</summary>
    NuGet,

    /// <summary>Python distributions.</summary>
    Python,
}
