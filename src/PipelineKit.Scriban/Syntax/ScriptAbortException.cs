using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>Rendering was cancelled by <see cref="TemplateContext.CancellationToken"/>.</summary>
public sealed class ScriptAbortException : ScriptRuntimeException
{
    /// <summary>Creates the error without place.</summary>
    public ScriptAbortException()
    {
    }

    /// <summary>Creates the error without place.</summary>
    /// <param name="message">What is wrong.</param>
    public ScriptAbortException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the error without place.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The cause.</param>
    public ScriptAbortException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the error.</summary>
    /// <param name="span">What was being evaluated.</param>
    /// <param name="cancellationToken">The token that was cancelled.</param>
    public ScriptAbortException(SourceSpan span, CancellationToken cancellationToken)
        : base(span, "The operation was cancelled")
    {
        CancellationToken = cancellationToken;
    }

    /// <summary>The token that was cancelled.</summary>
    public CancellationToken CancellationToken { get; }
}
