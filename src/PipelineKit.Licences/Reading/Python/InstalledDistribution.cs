namespace PipelineKit.Licences.Reading.Python;

/// <summary>An installed distribution: its metadata and the folder that holds it.</summary>
/// <param name="Metadata">What the metadata says.</param>
/// <param name="Path">The metadata file.</param>
/// <param name="Folder">The folder that holds metadata and licence files; null for a single file.</param>
/// <param name="Requested">Somebody asked for it by name (<c>REQUESTED</c>, PEP 376).</param>
internal sealed record InstalledDistribution(PythonMetadata Metadata, string Path, string? Folder, bool Requested);
