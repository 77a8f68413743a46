namespace PipelineKit.Core.Stages.Linting;

/// <summary>
/// Where in a YAML document a reader is, character by character, as far as it decides whether the next value is a whole one (YAML 1.2.2, chapters 6
/// to 8). It never fails: of text that is no YAML it only has an opinion. A copy is a way to go on from the same place twice.
/// </summary>
internal struct YamlPosition
{
    private const int LongestKey = 40;

    private Mode _mode;
    private int _column;
    private int _depth;
    private int _nodeColumn;
    private int _tokenColumn;
    private bool _inBlock;
    private bool _escaped;
    private char _quote;
    private char _last;
    private string _token;
    private int? _value;

    private enum Mode
    {
        LineStart,
        Node,
        Dash,
        Property,
        Plain,
        Colon,
        Quoted,
        AfterNode,
        Comment,
        BlockHeader,
        Block,
    }

    /// <summary>The start of a document.</summary>
    public static YamlPosition Start => new() { _nodeColumn = -1, _token = "" };

    /// <summary>The key whose value comes next or is being read, where it is known.</summary>
    public string? Key { get; private set; }

    /// <summary>Number of the value that the text just read touches; null when there is none.</summary>
    public int? TextAfterValue { get; private set; }

    /// <summary>Reads one character of text.</summary>
    public void Read(char c)
    {
        TextAfterValue = null;
        if (c == '\n')
        {
            EndLine();
            return;
        }

        if (_mode == Mode.LineStart && c is not (' ' or '\t' or '\r'))
        {
            BeginContent();
        }

        ReadInLine(c);
        _last = c;
        _column++;
    }

    /// <summary>Reads a value that an expression writes and says where it stands.</summary>
    /// <param name="number">Number of the value, told back by <see cref="TextAfterValue"/>.</param>
    /// <param name="key">Key that it belongs to, where it is known.</param>
    public InterpolationPlace ReadValue(int number, out string? key)
    {
        if (_mode == Mode.LineStart)
        {
            BeginContent();
        }

        key = Key;

        switch (_mode)
        {
            case Mode.Node:
                (_mode, _token, _tokenColumn, _value, Key) = (Mode.AfterNode, "", _column, number, null);
                _last = 'v';
                _column++;
                return InterpolationPlace.Whole;
            case Mode.Quoted:
                return InterpolationPlace.Quoted;
            case Mode.Block:
                return InterpolationPlace.Block;
            case Mode.Comment or Mode.BlockHeader:
                return InterpolationPlace.Comment;
            default:
                _mode = Mode.Plain;
                _last = 'v';
                return InterpolationPlace.Plain;
        }
    }

    /// <summary>Reads whole lines that another template writes.</summary>
    public void ReadInclude()
    {
        if (_mode is Mode.LineStart or Mode.Node or Mode.AfterNode)
        {
            (_mode, _column, Key) = (Mode.LineStart, 0, null);
        }
    }

    private void EndLine()
    {
        switch (_mode)
        {
            case Mode.Quoted:
                _column = 0;
                return;
            case Mode.Colon:
                EndKey();
                break;
            case Mode.Dash:
                _nodeColumn = _tokenColumn;
                break;
            case Mode.BlockHeader:
                _inBlock = true;
                break;
            case Mode.Plain or Mode.AfterNode:
                Key = null;
                break;
        }

        (_mode, _column, _last) = (Mode.LineStart, 0, '\n');
    }

    private void BeginContent()
    {
        if (_inBlock && _column > _nodeColumn)
        {
            _mode = Mode.Block;
            return;
        }

        if (_inBlock)
        {
            (_inBlock, Key) = (false, null);
        }

        _mode = Mode.Node;
    }

    private void ReadInLine(char c)
    {
        switch (_mode)
        {
            case Mode.Node:
                BeginNode(c);
                break;
            case Mode.Dash:
                AfterDash(c);
                break;
            case Mode.Property when c == ' ':
                _mode = Mode.Node;
                break;
            case Mode.Plain:
                ReadPlain(c);
                break;
            case Mode.Colon:
                AfterColon(c);
                break;
            case Mode.Quoted:
                ReadQuoted(c);
                break;
            case Mode.AfterNode:
                AfterNode(c);
                break;
        }
    }

    private void BeginNode(char c)
    {
        switch (c)
        {
            case ' ' or '\t' or '\r':
                break;
            case '#':
                _mode = Mode.Comment;
                break;
            case '"' or '\'':
                (_mode, _quote, _token, _tokenColumn, _value) = (Mode.Quoted, c, "", _column, null);
                break;
            case '[' or '{':
                _depth++;
                Key = c == '{' ? null : Key;
                break;
            case ']' or '}' or ',' when _depth > 0:
                EndInFlow(c);
                break;
            case '-':
                (_mode, _tokenColumn) = (Mode.Dash, _column);
                break;
            case '|' or '>' when _depth == 0:
                _mode = Mode.BlockHeader;
                break;
            case '&' or '!':
                _mode = Mode.Property;
                break;
            default:
                (_mode, _token, _tokenColumn) = (Mode.Plain, c.ToString(), _column);
                break;
        }
    }

    private void AfterDash(char c)
    {
        if (c is ' ' or '\t' or '\r')
        {
            (_mode, _nodeColumn) = (Mode.Node, _tokenColumn);
            return;
        }

        (_mode, _token) = (Mode.Plain, "-");
        ReadPlain(c);
    }

    private void ReadPlain(char c)
    {
        if (c == ':')
        {
            _mode = Mode.Colon;
        }
        else if (c == '#' && _last == ' ')
        {
            _mode = Mode.Comment;
        }
        else if (_depth > 0 && c is ',' or ']' or '}')
        {
            EndInFlow(c);
        }
        else if (_token.Length < LongestKey)
        {
            _token += c;
        }
    }

    private void AfterColon(char c)
    {
        if (c is ' ' or '\t' or '\r')
        {
            EndKey();
        }
        else if (_depth > 0 && c is ',' or ']' or '}')
        {
            EndKey();
            EndInFlow(c);
        }
        else if (c != ':')
        {
            _mode = Mode.Plain;
            _token += ':';
            ReadPlain(c);
        }
    }

    private void EndKey()
    {
        (_mode, Key) = (Mode.Node, _token.Trim());
        _nodeColumn = _depth == 0 ? _tokenColumn : _nodeColumn;
    }

    private void ReadQuoted(char c)
    {
        if (_escaped)
        {
            _escaped = false;
        }
        else if (c == '\\' && _quote == '"')
        {
            _escaped = true;
        }
        else if (c == _quote)
        {
            _mode = Mode.AfterNode;
        }
        else if (_token.Length < LongestKey)
        {
            _token += c;
        }
    }

    private void AfterNode(char c)
    {
        switch (c)
        {
            case ' ' or '\t' or '\r':
                break;
            case ':':
                _mode = Mode.Colon;
                break;
            case '#' when _last == ' ':
                _mode = Mode.Comment;
                break;
            case '\'' when _last == '\'' && _quote == '\'':
                _mode = Mode.Quoted;
                break;
            case ',' or ']' or '}' when _depth > 0:
                EndInFlow(c);
                break;
            default:
                TextAfterValue = _value;
                (_mode, _token) = (Mode.Plain, "");
                break;
        }
    }

    private void EndInFlow(char c)
    {
        _depth -= c == ',' ? 0 : 1;
        (_mode, _value) = (c == ',' ? Mode.Node : Mode.AfterNode, null);
        Key = c == ',' ? null : Key;
    }
}
