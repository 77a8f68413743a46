namespace PipelineKit.Licences;

/// <summary>Where something was found.</summary>
/// <param name="File">Path with forward slashes, relative to the scanned folder where the file lies in it.</param>
/// <param name="Line">Line from 1; 0 if only the file is known.</param>
public readonly record struct SourceLocation(string File, int Line = 0)
{
    /// <summary><c>file:line</c>, or the file alone.</summary>
    public override string ToString() => Line > 0 ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{File}:{Line}") : File;
}
