namespace PipelineKit.Licences;

/// <summary>In what form a package states its licence.</summary>
public enum StatementKind
{
    /// <summary>A field that must hold an SPDX expression (nuspec, <c>License-Expression</c>, SBOM).</summary>
    Expression,

    /// <summary>Free text in a licence field.</summary>
    Field,

    /// <summary>A trove classifier.</summary>
    Classifier,

    /// <summary>An address of a licence.</summary>
    Url,

    /// <summary>The name of a file in the package that holds the licence.</summary>
    FileName,

    /// <summary>The text of a licence.</summary>
    Text,
}
