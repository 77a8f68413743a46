using System.Collections;

namespace Scriban.Parsing;

/// <summary>The messages of one parse, in the order they were found.</summary>
public sealed class LogMessageBag : IReadOnlyList<LogMessage>
{
    private readonly List<LogMessage> _messages = [];

    /// <inheritdoc/>
    public int Count => _messages.Count;

    /// <summary>Whether one of the messages is an error.</summary>
    public bool HasErrors { get; private set; }

    /// <inheritdoc/>
    public LogMessage this[int index] => _messages[index];

    /// <summary>Adds one message.</summary>
    /// <param name="message">The message.</param>
    public void Add(LogMessage message)
    {
        HasErrors |= message.Type == ParserMessageType.Error;
        _messages.Add(message);
    }

    /// <summary>Adds several messages.</summary>
    /// <param name="messages">The messages.</param>
    public void AddRange(IEnumerable<LogMessage> messages)
    {
        foreach (var message in messages)
        {
            Add(message);
        }
    }

    /// <inheritdoc/>
    public IEnumerator<LogMessage> GetEnumerator() => _messages.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>All messages, one per line.</summary>
    public override string ToString() => string.Join("\n", _messages);
}
