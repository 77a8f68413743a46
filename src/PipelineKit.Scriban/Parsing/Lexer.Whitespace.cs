namespace Scriban.Parsing;

/// <summary>Whitespace control: what of the text around a block is kept, and the indentation of a block.</summary>
internal sealed partial class Lexer
{
    /// <summary>Adds the text between two blocks, without what the markers on either side take away.</summary>
    private void AddText(int start, int end, bool stripLeft, bool stripLine)
    {
        start = LeftEdge(start, end);
        if (_stripLineNext)
        {
            start = AfterFirstNewLine(start, end);
        }

        _stripNext = false;
        _stripLineNext = false;
        if (stripLeft)
        {
            while (end > start && char.IsWhiteSpace(_text[end - 1]))
            {
                end--;
            }
        }
        else if (stripLine)
        {
            while (end > start && _text[end - 1] is ' ' or '\t')
            {
                end--;
            }
        }

        if (end > start)
        {
            _tokens.Add(TokenType.Raw, start, end);
        }
    }

    /// <summary>Where the text run begins after a greedy close of the block before it.</summary>
    private int LeftEdge(int start, int end)
    {
        if (_stripNext)
        {
            while (start < end && char.IsWhiteSpace(_text[start]))
            {
                start++;
            }
        }

        return start;
    }

    private int AfterFirstNewLine(int start, int end)
    {
        while (start < end)
        {
            var c = _text[start];
            if (c == '\n')
            {
                return start + 1;
            }

            if (c is not (' ' or '\t' or '\r'))
            {
                return start;
            }

            start++;
        }

        return start;
    }

    /// <summary>Start of the whitespace before a block that is first on its line; -1 when the block has no indentation of its own.</summary>
    private int FindIndent(int start, int open)
    {
        var at = open;
        while (at > start && _text[at - 1] is ' ' or '\t')
        {
            at--;
        }

        var firstOnLine = at == 0 || (at > start && _text[at - 1] == '\n');
        return firstOnLine && at < open ? at : -1;
    }
}
