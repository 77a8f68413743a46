using Scriban.Evaluation;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban;

/// <summary>Output: template text goes through <see cref="Write(string)"/>, values through <see cref="Write(SourceSpan, object?)"/>.</summary>
public partial class TemplateContext
{
    private readonly List<OutputBuffer> _spareBuffers = [];
    private OutputBuffer? _output;

    /// <summary>Whether anything is written at all; default true.</summary>
    public bool EnableOutput { get; set; } = true;

    /// <summary>Indentation that further lines of output get; null or empty for none.</summary>
    public string? CurrentIndent { get; set; }

    /// <summary>The statement being executed; the place of errors that know none.</summary>
    internal ScriptNode? CurrentNode { get; set; }

    /// <summary>The page being rendered.</summary>
    internal ScriptPage? CurrentPage { get; set; }

    /// <summary>Writes the value of an expression. Override it to escape values; template text does not come this way.</summary>
    /// <param name="span">The expression.</param>
    /// <param name="textAsObject">Its value.</param>
    /// <returns>This context.</returns>
    public virtual TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        switch (textAsObject)
        {
            case null:
                break;
            case string text:
                Write(text);
                break;
            case int number:
                Span<char> digits = stackalloc char[11];
                number.TryFormat(digits, out var length, default, CurrentCulture);
                Write(digits[..length]);
                break;
            default:
                Write(ObjectToString(textAsObject));
                break;
        }

        return this;
    }

    /// <summary>Writes text as it is, with the current indentation.</summary>
    /// <param name="text">The text.</param>
    /// <returns>This context.</returns>
    public TemplateContext Write(string text)
    {
        Write(text.AsSpan());
        return this;
    }

    /// <summary>Writes a piece of text as it is, with the current indentation.</summary>
    /// <param name="text">The text.</param>
    /// <param name="startIndex">First character.</param>
    /// <param name="count">Number of characters.</param>
    /// <returns>This context.</returns>
    public TemplateContext Write(string text, int startIndex, int count)
    {
        Write(text.AsSpan(startIndex, count));
        return this;
    }

    /// <summary>Ends a line with <see cref="NewLine"/>.</summary>
    /// <returns>This context.</returns>
    public TemplateContext WriteLine() => Write(NewLine);

    internal void Write(ReadOnlySpan<char> text)
    {
        if (!EnableOutput || text.IsEmpty)
        {
            return;
        }

        var output = _output ??= new OutputBuffer();
        if (string.IsNullOrEmpty(CurrentIndent))
        {
            output.Append(text, this);
        }
        else
        {
            output.AppendIndented(text, this);
        }
    }

    internal void PushOutput(out OutputBuffer? previous)
    {
        previous = _output;
        if (_spareBuffers.Count > 0)
        {
            _output = _spareBuffers[^1];
            _spareBuffers.RemoveAt(_spareBuffers.Count - 1);
        }
        else
        {
            _output = new OutputBuffer();
        }
    }

    /// <summary>Ends the output begun by <see cref="PushOutput"/> and returns its text.</summary>
    internal string PopOutput(OutputBuffer? previous)
    {
        var finished = _output!;
        _output = previous;
        var text = finished.ToString();
        finished.Clear();
        _spareBuffers.Add(finished);
        return text;
    }
}
