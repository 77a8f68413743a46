using PipelineKit.Core.Model;

namespace PipelineKit.Cli.Pins;

/// <summary>A released version of something that is pinned.</summary>
/// <param name="Value">In the form of a pin: <c>TAG@COMMIT</c>, a version, or the tag of an image.</param>
/// <param name="Date">Asks for the day it was released; null where that is not known.</param>
internal sealed record Release(string Value, Func<CancellationToken, Task<DateOnly?>> Date)
{
    /// <summary>Asks for the digest that the tag of an image means now; null for everything else.</summary>
    public Func<CancellationToken, Task<string>>? Digest { get; init; }

    public static Release On(string value, DateOnly? date) => new(value, _ => Task.FromResult(date));
}

/// <summary>A place where versions are published.</summary>
internal interface IPinSource
{
    /// <summary>All releases, or an exception that says why it could not be asked.</summary>
    /// <exception cref="PinSourceException">It did not answer.</exception>
    Task<IReadOnlyList<Release>> AskAsync(Pin pin, string package, CancellationToken cancellation);
}

/// <summary>A source could not be asked; the message says which and why.</summary>
internal sealed class PinSourceException : Exception
{
    public PinSourceException()
    {
    }

    public PinSourceException(string message)
        : base(message)
    {
    }

    public PinSourceException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
