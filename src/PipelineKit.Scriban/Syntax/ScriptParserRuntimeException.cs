using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>An included or evaluated template could not be parsed.</summary>
public sealed class ScriptParserRuntimeException : ScriptRuntimeException
{
    /// <summary>Creates the error without place.</summary>
    public ScriptParserRuntimeException()
        : this(default, "", new LogMessageBag())
    {
    }

    /// <summary>Creates the error without place.</summary>
    /// <param name="message">What is wrong.</param>
    public ScriptParserRuntimeException(string message)
        : this(default, message, new LogMessageBag())
    {
    }

    /// <summary>Creates the error without place.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The cause.</param>
    public ScriptParserRuntimeException(string message, Exception innerException)
        : base(message, innerException)
    {
        ParserMessages = new LogMessageBag();
    }

    /// <summary>Creates the error.</summary>
    /// <param name="span">The call that needed the template.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="parserMessages">The messages of the parser.</param>
    public ScriptParserRuntimeException(SourceSpan span, string message, LogMessageBag parserMessages)
        : base(span, message + " Parser messages:\n" + string.Concat(parserMessages.Select(static m => $" {m}\n")))
    {
        ParserMessages = parserMessages;
    }

    /// <summary>The messages of the parser.</summary>
    public LogMessageBag ParserMessages { get; }
}
