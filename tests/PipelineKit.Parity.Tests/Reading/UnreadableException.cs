namespace PipelineKit.Parity.Tests.Reading;

/// <summary>A file says something that its reader cannot understand: no proof is possible, so the test fails.</summary>
public sealed class UnreadableException : Exception
{
    public UnreadableException()
    {
    }

    public UnreadableException(string message)
        : base(message)
    {
    }

    public UnreadableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
