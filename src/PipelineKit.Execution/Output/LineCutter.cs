using System.Text;

namespace PipelineKit.Execution.Output;

/// <summary>
/// Cuts what a program prints into lines that can be shown: secrets hidden, controls escaped. A line that is longer than <see cref="Longest"/>
/// is handed on in pieces, so that a program which prints no line end needs no more memory than any other.
/// </summary>
internal sealed class LineCutter(SecretMask mask, Action<string> line)
{
    /// <summary>Characters of a line that are held at most.</summary>
    public const int Longest = 16 * 1024;

    private readonly StringBuilder _pending = new();
    private bool _afterReturn;

    /// <summary>Takes the next characters, in whatever portions they come.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        if (_afterReturn && text.StartsWith('\n'))
        {
            text = text[1..];
            _afterReturn = false;
        }

        for (var end = text.IndexOfAny('\r', '\n'); end >= 0; end = text.IndexOfAny('\r', '\n'))
        {
            Append(text[..end]);
            Emit(_pending.ToString());
            _pending.Clear();
            var length = text[end..].StartsWith("\r\n") ? 2 : 1;
            _afterReturn = text[end] == '\r' && end + length == text.Length && length == 1;
            text = text[(end + length)..];
        }

        if (text.Length > 0)
        {
            Append(text);
            _afterReturn = false;
        }
    }

    /// <summary>Nothing more comes.</summary>
    public void End()
    {
        if (_pending.Length > 0)
        {
            Emit(_pending.ToString());
            _pending.Clear();
        }
    }

    // Behind the place of the cut there must be room for the longest secret: else one that is only half there would not be known.
    private void Append(ReadOnlySpan<char> text)
    {
        _pending.Append(text);
        while (_pending.Length >= Longest + mask.Longest + 1)
        {
            var whole = _pending.ToString();
            var cut = mask.CutAt(whole, char.IsHighSurrogate(whole[Longest - 1]) ? Longest - 1 : Longest);
            Emit(whole[..cut]);
            _pending.Remove(0, cut);
        }
    }

    private void Emit(string text) => line(PlainText.Of(mask.Apply(text)));
}
