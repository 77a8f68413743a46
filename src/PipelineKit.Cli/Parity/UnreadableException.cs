namespace PipelineKit.Cli.Parity;

/// <summary>A text is not one of ours: its commands cannot be told.</summary>
internal sealed class UnreadableException : Exception
{
    public UnreadableException()
    {
    }

    public UnreadableException(string message)
        : base(message)
    {
    }

    public UnreadableException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
