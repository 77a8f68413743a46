namespace PipelineKit.Licences.Reading.Npm;

/// <summary>One dependency as its asker writes it.</summary>
/// <param name="Name">The name it is asked for by.</param>
/// <param name="Range">The versions that will do, or where it lies.</param>
/// <param name="Development">Only development asks for it.</param>
/// <param name="Optional">It may be missing.</param>
/// <param name="Line">The line that asks.</param>
internal sealed record NpmWish(string Name, string Range, bool Development, bool Optional, int Line)
{
    /// <summary>It is a folder of the repository and no package.</summary>
    public bool IsFolder => Range.StartsWith("link:", StringComparison.Ordinal) || Range.StartsWith("workspace:", StringComparison.Ordinal)
        || Range.StartsWith("portal:", StringComparison.Ordinal);

    /// <summary>It must be found.</summary>
    public bool IsRequired => !Optional && !IsFolder;
}
