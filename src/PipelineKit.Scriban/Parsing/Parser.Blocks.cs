using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Blocks of statements and what separates statements.</summary>
internal sealed partial class Parser
{
    /// <summary>Parses statements up to the end of the block, which is not taken.</summary>
    private ScriptBlockStatement ParseBlock(BlockEnd end)
    {
        var start = Math.Max(0, _token.Start);
        var statements = new List<ScriptStatement>();
        if (EnterNesting())
        {
            while (!AtEnd(end))
            {
                if (ParseNext() is { } statement)
                {
                    statements.Add(statement);
                }
            }
        }
        _depth--;
        return Place(new ScriptBlockStatement([.. statements]), start);
    }

    private bool AtEnd(BlockEnd end)
    {
        if (_token.Type == TokenType.Eof)
        {
            return true;
        }

        if (end == BlockEnd.Page || _token.Type != TokenType.Identifier || IsMemberOfKeyword())
        {
            return false;
        }

        return TextOf(_token) switch
        {
            "end" => true,
            "else" => end is BlockEnd.Else or BlockEnd.When,
            "when" => end is BlockEnd.When,
            _ => false,
        };
    }

    /// <summary>Takes one token that separates statements, or parses one statement.</summary>
    private ScriptStatement? ParseNext()
    {
        switch (_token.Type)
        {
            case TokenType.Raw:
                var raw = _token;
                Advance();
                return Place(new RawStatement(), raw.Start);
            case TokenType.CodeEnter:
                _indent = _token.Start < 0 ? null : IndentOf(_token);
                Advance();
                return null;
            case TokenType.CodeExit:
                _indent = null;
                Advance();
                return null;
            case TokenType.NewLine:
            case TokenType.SemiColon:
                Advance();
                return null;
            default:
                return ParseCodeStatement();
        }
    }

    private ScriptStatement? ParseCodeStatement()
    {
        var indent = _indent;
        var before = _position;
        var statement = ParseStatement();
        if (statement is not null)
        {
            statement.Indent = indent;
        }

        if (_position == before)
        {
            Advance();
        }

        return statement;
    }

    private string IndentOf(Token token)
    {
        var text = TextOf(token);
        return text switch
        {
            "  " => "  ",
            "    " => "    ",
            "      " => "      ",
            "        " => "        ",
            _ => text.ToString(),
        };
    }

    /// <summary>After a statement there must be a separator; otherwise the rest of the line is skipped with an error.</summary>
    private void ExpectEndOfStatement()
    {
        if (IsSeparator(_token.Type))
        {
            return;
        }

        ErrorHere($"Invalid token found {Quoted()}. Expecting <EOL>/end of line.");
        while (!IsSeparator(_token.Type))
        {
            Advance();
        }
    }

    private static bool IsSeparator(TokenType type) =>
        type is TokenType.NewLine or TokenType.SemiColon or TokenType.CodeExit or TokenType.Eof;

    /// <summary>Takes the <c>end</c> of a block, or reports that there is none.</summary>
    private void ExpectEnd(string statement, string syntax)
    {
        if (!IsWord("end"))
        {
            ErrorAt(_token.Type == TokenType.Eof ? Previous : _token, $"Error while parsing {statement} statement: The <end> statement was not found in: {syntax}");
            return;
        }

        Advance();
    }
}
