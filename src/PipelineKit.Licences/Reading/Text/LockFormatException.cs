namespace PipelineKit.Licences.Reading.Text;

/// <summary>A lock file is not what its name says; becomes a problem with file, line and reason.</summary>
internal sealed class LockFormatException : FormatException
{
    public LockFormatException()
    {
    }

    public LockFormatException(string message)
        : base(message)
    {
    }

    public LockFormatException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <param name="message">The reason.</param>
    /// <param name="line">The line, from 1; 0 if it is not known.</param>
    public LockFormatException(string message, int line)
        : base(message) => Line = line;

    /// <summary>The line, from 1; 0 if it is not known.</summary>
    public int Line { get; }

    /// <summary>The format is right, but of a version that is not read.</summary>
    public bool Unsupported { get; private init; }

    /// <summary>The format is right, but of a version that is not read.</summary>
    /// <param name="message">What was found, and what is read.</param>
    /// <param name="line">The line, from 1; 0 if it is not known.</param>
    public static LockFormatException OfVersion(string message, int line = 0) => new(message, line) { Unsupported = true };
}
