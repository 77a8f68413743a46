namespace PipelineKit.Cli.Init.Facts;

/// <summary>A line that the owner's own automation runs.</summary>
/// <param name="Text">The command line.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record OwnerCommand(string Text, Place Place);

/// <summary>A service beside the owner's own tests.</summary>
/// <param name="Name">Name that the tests know it by.</param>
/// <param name="Image">Container image.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record OwnerService(string Name, string Image, Place Place);

/// <summary>Language versions that the owner's own automation names.</summary>
/// <param name="Key">Key that they stand under, for example <c>python-version</c>.</param>
/// <param name="Versions">Versions as written.</param>
/// <param name="Place">Where they stand.</param>
/// <param name="OfMatrix">They are a list of a matrix, not one version of a set-up step.</param>
internal sealed record OwnerVersions(string Key, IReadOnlyList<string> Versions, Place Place, bool OfMatrix);
