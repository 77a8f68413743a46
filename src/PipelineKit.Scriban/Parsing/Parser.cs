using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Builds the tree of a template from its tokens; errors are collected, not thrown.</summary>
internal sealed partial class Parser
{
    /// <summary>The stack of the process is asked at every so many levels; they need far less than the reserve it answers for.</summary>
    private const int GuardInterval = 16;

    private readonly ScriptSource _source;
    private readonly string _text;
    private readonly ParserOptions _options;
    private readonly LogMessageBag _messages;
    private readonly NameTable _names = new();

    private TokenBuffer _tokens;
    private Token _token;
    private int _position;
    private int _depth;
    private bool _isTooDeep;
    private int _reportedColon = -1;
    private string? _indent;
    private bool _usesArguments;

    private Parser(ScriptSource source, ParserOptions options, TokenBuffer tokens, LogMessageBag messages)
    {
        _source = source;
        _text = source.Text;
        _options = options;
        _tokens = tokens;
        _messages = messages;
        _token = tokens[0];
    }

    /// <summary>Parses a source; the page is complete only when there are no errors among the messages.</summary>
    public static ScriptPage Parse(ScriptSource source, ParserOptions options, ScriptMode mode, LogMessageBag messages)
    {
        var lexerMessages = new LogMessageBag();
        var tokens = Lexer.Read(source, mode, lexerMessages);
        var parser = new Parser(source, options, tokens, messages);
        var body = parser.ParseBlock(BlockEnd.Page);
        parser._tokens.Release();
        messages.AddRange(lexerMessages);
        return new ScriptPage(body) { Source = source, Start = 0, End = source.Text.Length };
    }

    private Token Previous => _position > 0 ? _tokens[_position - 1] : _token;

    private TokenType PeekType(int ahead = 1) =>
        _position + ahead < _tokens.Count ? _tokens[_position + ahead].Type : TokenType.Eof;

    private Token PeekToken(int ahead = 1) => _tokens[Math.Min(_position + ahead, _tokens.Count - 1)];

    private void Advance()
    {
        if (_position < _tokens.Count - 1)
        {
            _position++;
            _token = _tokens[_position];
        }
    }

    private bool TryTake(TokenType type)
    {
        if (_token.Type != type)
        {
            return false;
        }

        Advance();
        return true;
    }

    private ReadOnlySpan<char> TextOf(Token token) =>
        token.Start < 0 ? "<eof>" : _text.AsSpan(token.Start, token.End - token.Start);

    private bool IsWord(string word) => _token.Type == TokenType.Identifier && TextOf(_token).SequenceEqual(word);

    private Identifier Name(Token token) => _names.Get(TextOf(token));

    /// <summary>Gives a node its place: from <paramref name="start"/> to the end of the last token taken.</summary>
    private T Place<T>(T node, int start)
        where T : ScriptNode
    {
        node.Source = _source;
        node.Start = start;
        node.End = Math.Max(start, Previous.End);
        return node;
    }

    private void SkipNewLines()
    {
        while (_token.Type == TokenType.NewLine)
        {
            Advance();
        }
    }

    /// <summary>Reports an error; after the one about nesting no other is.</summary>
    private void Error(int start, int end, string message)
    {
        if (!_isTooDeep)
        {
            _messages.Add(new LogMessage(ParserMessageType.Error, new SourceSpan(_source, start, end), message));
        }
    }

    private void ErrorAt(Token token, string message) => Error(token.Start, token.End, message);

    private void ErrorHere(string message) => ErrorAt(_token, message);

    /// <summary>The current token as messages quote it.</summary>
    private string Quoted()
    {
        var text = TextOf(_token).ToString();
        return $"`{text.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}`";
    }

    /// <summary>Counts nesting; when the limit is reached, reports it, gives up the rest of the text and returns false. Pair it with a decrement of the depth.</summary>
    private bool EnterNesting()
    {
        if (++_depth <= _options.ExpressionDepthLimit || _options.ExpressionDepthLimit <= 0)
        {
            if (_depth % GuardInterval != 0 || System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack())
            {
                return true;
            }
        }

        ErrorHere($"The statement depth limit `{_options.ExpressionDepthLimit}` was reached when parsing this statement");
        _isTooDeep = true;
        _position = _tokens.Count - 1;
        _token = _tokens[_position];
        return false;
    }
}
