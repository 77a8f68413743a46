using Scriban.Evaluation;
using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Unary operators, variables, members and indexes.</summary>
internal sealed partial class Parser
{
    private ScriptExpression? ParseUnary(ExpressionMode mode)
    {
        var token = _token;
        switch (token.Type)
        {
            case TokenType.Exclamation or TokenType.Minus or TokenType.Plus:
                Advance();
                return ParseSigned(token, mode);
            case TokenType.Arroba:
                Advance();
                return ParsePrimary(mode) is { } function ? Place(new AliasExpression(function), token.Start) : MissingOperand(token.Start);
            case TokenType.Caret:
                Advance();
                return ParseExpression(ExpressionMode.Argument, OperatorTable.Unary) is { } list
                    ? Place(new ExpandExpression(list), token.Start)
                    : MissingOperand(token.Start);
            case TokenType.PlusPlus or TokenType.MinusMinus:
                Advance();
                return ParseIncrement(ParsePrimary(mode), token.Start, token.Type == TokenType.MinusMinus, isPrefix: true);
            default:
                return ParsePrimary(mode);
        }
    }

    private ScriptExpression ParseSigned(Token token, ExpressionMode mode)
    {
        var operand = ParseExpression(mode & ~ExpressionMode.Statement, OperatorTable.Unary);
        if (operand is null)
        {
            return MissingOperand(token.Start);
        }

        var unary = Place(new UnaryExpression(token.Type, operand), token.Start);
        return token.Type != TokenType.Exclamation && operand is LiteralExpression { Value: { } literal } && Numbers.IsNumber(literal)
            ? unary.At(new LiteralExpression(token.Type == TokenType.Minus ? Numbers.Negate(literal) : literal))
            : unary;
    }

    private ScriptExpression ParseIncrement(ScriptExpression? operand, int start, bool isDecrement, bool isPrefix)
    {
        if (operand is null)
        {
            return MissingOperand(start);
        }

        if (operand is not (GlobalVariable or LocalVariable or MemberExpression or IndexerExpression))
        {
            ErrorHere("The operand of an increment or decrement operator must be a variable, property or indexer");
        }

        return Place(new IncrementExpression(operand, isDecrement, isPrefix), start);
    }

    private ErrorExpression MissingOperand(int start)
    {
        ErrorHere($"Error while parsing unary expression: Expecting <expression> instead of {Quoted()} in: <operator> <expression>");

        return Place(new ErrorExpression(), start);
    }

    /// <summary>Parses an operand with the members, indexes and arguments in parentheses that follow it directly.</summary>
    private ScriptExpression? ParsePrimary(ExpressionMode mode)
    {
        var start = _token.Start;
        var operand = ParseOperand();
        while (operand is not null && ParsePostfix(operand, start) is { } longer)
        {
            operand = longer;
        }

        return operand;
    }

    private ScriptExpression? ParsePostfix(ScriptExpression operand, int start)
    {
        var touches = _token.Start == Previous.End;
        var isPath = operand is GlobalVariable or LocalVariable or ThisExpression or MemberExpression or IndexerExpression;
        switch (_token.Type)
        {
            case TokenType.Dot or TokenType.QuestionDot:
                return ParseMember(operand, start);
            case TokenType.OpenBracket when touches && operand is not (ArrayExpression or ObjectExpression):
                return ParseIndexer(operand, start);
            case TokenType.OpenParen when touches && isPath:
                return ParseExplicitCall(operand, start);
            case TokenType.PlusPlus or TokenType.MinusMinus when touches && isPath:
                var isDecrement = _token.Type == TokenType.MinusMinus;
                Advance();
                return ParseIncrement(operand, start, isDecrement, isPrefix: false);
            default:
                return null;
        }
    }

    private MemberExpression ParseMember(ScriptExpression target, int start)
    {
        var isOptional = _token.Type == TokenType.QuestionDot;
        Advance();
        if (_token.Type != TokenType.Identifier)
        {
            ErrorHere($"Invalid token {Quoted()}. The dot operator is expected to be followed by a plain identifier");
            return Place(new MemberExpression(target, new Identifier(""), start, isOptional), start);
        }

        var token = _token;
        Advance();
        return Place(new MemberExpression(target, Name(token), token.Start, isOptional), start);
    }

    private IndexerExpression ParseIndexer(ScriptExpression target, int start)
    {
        Advance();
        SkipNewLines();
        var index = ParseExpression(ExpressionMode.None, 0);
        if (index is null)
        {
            ErrorHere($"Error while parsing indexer expression: Expecting <index_expression> instead of {Quoted()} in: <expression>[<index_expression>]");
        }

        SkipNewLinesBefore(TokenType.CloseBracket);
        if (!TryTake(TokenType.CloseBracket) && _token.Type != TokenType.Eof)
        {
            ErrorHere($"Unexpected {Quoted()}. Expecting ']'");
        }

        return Place(new IndexerExpression(target, index ?? Place(new ErrorExpression(), start)), start);
    }

    private void SkipNewLinesBefore(TokenType type)
    {
        if (_token.Type == TokenType.NewLine && PeekType() == type)
        {
            Advance();
        }
    }

    private ScriptExpression ParseVariable()
    {
        var token = _token;
        Advance();
        if (token.Type == TokenType.Identifier)
        {
            return Place(new GlobalVariable(Name(token)), token.Start);
        }

        var text = TextOf(token);
        var argument = text.Length > 1 && char.IsAsciiDigit(text[1]) && int.TryParse(text[1..], out var number) ? number : -1;
        _usesArguments |= argument >= 0 || text is "$" or "$$";
        return Place(new LocalVariable(Name(token), argument), token.Start);
    }

    /// <summary>Parses <c>for.index</c> and the like; the names of their members are known.</summary>
    private LoopVariable ParseLoopVariable(LoopKind kind)
    {
        var start = _token;
        Advance();
        Advance();
        var member = _token;
        var name = TextOf(member).ToString();
        Advance();
        if (!LoopFrame.HasMember(kind, name))
        {
            var known = LoopFrame.HasMember(LoopKind.For, name) || LoopFrame.HasMember(LoopKind.TableRow, name);
            ErrorAt(start, $"The loop variable <{TextOf(start)}.{name}> is {(known ? "invalid" : "not supported")}");
        }

        return Place(new LoopVariable(kind, name, member.Start), start.Start);
    }
}
