namespace PipelineKit.Cli.Init.Facts;

/// <summary>Where a fact stands.</summary>
/// <param name="File">Path relative to the root.</param>
/// <param name="Line">Line, from 1; 0 for the file as a whole.</param>
internal sealed record Place(string File, int Line = 0)
{
    public override string ToString() => Line == 0 ? File : $"{File}:{Line.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
}
