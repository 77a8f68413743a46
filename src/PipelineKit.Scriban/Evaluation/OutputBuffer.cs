using System.Buffers;
using Scriban.Syntax;

namespace Scriban.Evaluation;

/// <summary>The growing text of one output in a rented array, with indentation and the length limit.</summary>
internal sealed class OutputBuffer
{
    private char[] _chars = [];
    private int _length;
    private bool _isCut;

    public void Append(ReadOnlySpan<char> text, TemplateContext context)
    {
        if (_isCut)
        {
            return;
        }

        var limit = context.LimitToString;
        if (limit > 0 && _length + text.Length > limit)
        {
            Cut(text[..(limit - _length)], context);
            return;
        }

        AppendRaw(text);
    }

    /// <summary>Appends text and puts the indentation before every line of it but one that this output has begun already.</summary>
    public void AppendIndented(ReadOnlySpan<char> text, TemplateContext context)
    {
        var atLineStart = _length > 0 && _chars[_length - 1] == '\n';
        while (!text.IsEmpty)
        {
            if (atLineStart && (context.IndentOnEmptyLines || !StartsWithNewLine(text)))
            {
                Append(context.CurrentIndent, context);
            }

            var end = text.IndexOf('\n') + 1;
            var line = end == 0 ? text : text[..end];
            Append(line, context);
            text = text[line.Length..];
            atLineStart = true;
        }
    }

    public void Clear()
    {
        if (_chars.Length > 0)
        {
            ArrayPool<char>.Shared.Return(_chars);
        }

        _chars = [];
        _length = 0;
        _isCut = false;
    }

    public override string ToString() => new(_chars, 0, _length);

    private static bool StartsWithNewLine(ReadOnlySpan<char> text) =>
        text[0] == '\n' || (text[0] == '\r' && text.Length > 1 && text[1] == '\n');

    private void Cut(ReadOnlySpan<char> rest, TemplateContext context)
    {
        if (context.ThrowOnOutputLimit)
        {
            throw new ScriptRuntimeException(context.CurrentNode?.Span ?? default, $"The output exceeds the configured LimitToString `{context.LimitToString}`.");
        }

        AppendRaw(rest);
        AppendRaw("...");
        _isCut = true;
    }

    private void AppendRaw(ReadOnlySpan<char> text)
    {
        if (_chars.Length - _length < text.Length)
        {
            Grow(_length + text.Length);
        }

        text.CopyTo(_chars.AsSpan(_length));
        _length += text.Length;
    }

    private void Grow(int needed)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(1024, Math.Max(_chars.Length * 2, needed)));
        _chars.AsSpan(0, _length).CopyTo(larger);
        if (_chars.Length > 0)
        {
            ArrayPool<char>.Shared.Return(_chars);
        }

        _chars = larger;
    }
}
