using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>An error while a template is rendered, with its place.</summary>
public class ScriptRuntimeException : Exception
{
    /// <summary>Creates an error without place.</summary>
    public ScriptRuntimeException()
        : this(default, "")
    {
    }

    /// <summary>Creates an error without place.</summary>
    /// <param name="message">What is wrong.</param>
    public ScriptRuntimeException(string message)
        : this(default, message)
    {
    }

    /// <summary>Creates an error without place.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The cause.</param>
    public ScriptRuntimeException(string message, Exception innerException)
        : this(default, message, innerException)
    {
    }

    /// <summary>Creates an error.</summary>
    /// <param name="span">Where.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The cause.</param>
    public ScriptRuntimeException(SourceSpan span, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Span = span;
    }

    /// <summary>Where the error is.</summary>
    public SourceSpan Span { get; }

    /// <summary>What is wrong, without place.</summary>
    public string OriginalMessage => base.Message;

    /// <summary>The error as <c>file(line,column) : error : text</c>, counted from one.</summary>
    public override string Message => new LogMessage(ParserMessageType.Error, Span, base.Message).ToString();

    /// <inheritdoc cref="Message"/>
    public override string ToString() => Message;
}
