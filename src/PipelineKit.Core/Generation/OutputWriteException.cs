namespace PipelineKit.Core.Generation;

/// <summary>Files could not be written; the message says why, and in what state the repository is now.</summary>
public sealed class OutputWriteException : IOException
{
    /// <summary>Makes one without a message of its own.</summary>
    public OutputWriteException()
    {
    }

    /// <summary>Makes one.</summary>
    public OutputWriteException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with the failure that led to it.</summary>
    public OutputWriteException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
