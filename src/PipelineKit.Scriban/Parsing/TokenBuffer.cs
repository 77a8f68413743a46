using System.Buffers;

namespace Scriban.Parsing;

/// <summary>A growing list of tokens in a rented array; give it back with <see cref="Release"/>.</summary>
internal struct TokenBuffer(int capacity)
{
    private Token[] _tokens = ArrayPool<Token>.Shared.Rent(capacity);

    public int Count { get; private set; }

    public readonly ref readonly Token this[int index] => ref _tokens[index];

    public void Add(TokenType type, int start, int end)
    {
        if (Count == _tokens.Length)
        {
            var larger = ArrayPool<Token>.Shared.Rent(Count * 2);
            Array.Copy(_tokens, larger, Count);
            ArrayPool<Token>.Shared.Return(_tokens);
            _tokens = larger;
        }

        _tokens[Count++] = new Token(type, start, end);
    }

    public void Release()
    {
        ArrayPool<Token>.Shared.Return(_tokens);
        _tokens = [];
        Count = 0;
    }
}
