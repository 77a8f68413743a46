using Scriban.Evaluation;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Literals, arrays, objects and expressions in parentheses (language reference, sections 3, 5 and 6).</summary>
internal sealed partial class Parser
{
    private ScriptExpression? ParseOperand()
    {
        var token = _token;
        switch (token.Type)
        {
            case TokenType.Identifier:
                return ParseWord();
            case TokenType.Special:
                return ParseVariable();
            case TokenType.Integer or TokenType.HexInteger or TokenType.BinaryInteger or TokenType.Float:
                return ParseNumber();
            case TokenType.String:
                Advance();
                return Place(new LiteralExpression(Literals.Unescape(_text.AsSpan(token.Start + 1, token.End - token.Start - 2))), token.Start);
            case TokenType.Verbatim:
                Advance();
                return Place(new LiteralExpression(Literals.Verbatim(_text.AsSpan(token.Start + 1, token.End - token.Start - 2))), token.Start);
            case TokenType.InterpolationStart:
                return ParseInterpolation();
            case TokenType.OpenParen:
                return ParseNested();
            case TokenType.OpenBracket:
                return ParseArray();
            case TokenType.OpenBrace:
                return ParseObject();
            default:
                return null;
        }
    }

    private ScriptExpression ParseWord()
    {
        var token = _token;
        var isMember = PeekType() == TokenType.Dot && PeekType(2) == TokenType.Identifier;
        switch (TextOf(token))
        {
            case "true":
                return Constant(Boxes.True);
            case "false":
                return Constant(Boxes.False);
            case "null":
                return Constant(null);
            case "this":
                Advance();
                return Place(new ThisExpression(), token.Start);
            case "do":
                return ParseAnonymousFunction();
            case "for" when isMember:
                return ParseLoopVariable(LoopKind.For);
            case "while" when isMember:
                return ParseLoopVariable(LoopKind.While);
            case "tablerow" when isMember:
                return ParseLoopVariable(LoopKind.TableRow);
            default:
                return ParseVariable();
        }
    }

    private LiteralExpression Constant(object? value)
    {
        var start = _token.Start;
        Advance();
        return Place(new LiteralExpression(value), start);
    }

    private LiteralExpression ParseNumber()
    {
        var token = _token;
        var text = TextOf(token);
        var value = token.Type switch
        {
            TokenType.Integer => Literals.Integer(text),
            TokenType.HexInteger => Literals.Prefixed(text, 16),
            TokenType.BinaryInteger => Literals.Prefixed(text, 2),
            _ => Literals.Float(text, _options.ParseFloatAsDecimal),
        };
        if (value is null)
        {
            ErrorAt(token, $"Unable to parse the number `{text}`");
        }

        Advance();
        return Place(new LiteralExpression(value is int number ? Boxes.Of(number) : value), token.Start);
    }

    private InterpolatedExpression ParseInterpolation()
    {
        var start = _token.Start;
        var parts = new List<ScriptExpression>();
        Advance();
        while (_token.Type is TokenType.InterpolationText or TokenType.InterpolationOpen)
        {
            var token = _token;
            Advance();
            if (token.Type == TokenType.InterpolationText)
            {
                parts.Add(Place(new LiteralExpression(Literals.Unescape(TextOf(token))), token.Start));
                continue;
            }

            if (ParseExpression(ExpressionMode.None, 0) is { } part)
            {
                parts.Add(part);
            }
            else
            {
                ErrorHere($"Unexpected token {Quoted()} while parsing expression");
            }

            if (!TryTake(TokenType.InterpolationClose))
            {
                ErrorHere($"Unexpected token {Quoted()} while parsing expression");
                break;
            }
        }

        if (!TryTake(TokenType.InterpolationEnd) && !_messages.HasErrors)
        {
            ErrorHere($"Unexpected token {Quoted()} while parsing expression");
        }

        return Place(new InterpolatedExpression([.. parts]), start);
    }

    private NestedExpression ParseNested()
    {
        var start = _token.Start;
        Advance();
        var inner = ParseExpression(ExpressionMode.None, 0);
        if (inner is null)
        {
            ErrorHere($"Error while parsing nested expression: Expecting <expression> instead of {Quoted()} in: ( <expression> )");
        }

        if (!TryTake(TokenType.CloseParen))
        {
            ErrorHere($"Invalid token {Quoted()}. Expecting a closing `)`.");
        }

        return Place(new NestedExpression(inner ?? Place(new ErrorExpression(), start)), start);
    }

    private ArrayExpression ParseArray()
    {
        var start = _token.Start;
        var items = new List<ScriptExpression>();
        Advance();
        SkipNewLines();
        while (_token.Type != TokenType.CloseBracket)
        {
            if (ParseExpression(ExpressionMode.None, 0) is not { } item)
            {
                ErrorHere($"Error while parsing array initializer: Expecting <expression> instead of {Quoted()} in: [item1, item2,...]");
                break;
            }

            items.Add(item);
            SkipNewLines();
            if (!TryTake(TokenType.Comma))
            {
                break;
            }

            SkipNewLines();
        }

        if (!TryTake(TokenType.CloseBracket))
        {
            ErrorHere($"Unexpected token found {Quoted()} while expecting `]`.");
        }

        return Place(new ArrayExpression([.. items]), start);
    }

    private ObjectExpression ParseObject()
    {
        var start = _token.Start;
        var members = new List<(Identifier, ScriptExpression)>();
        Advance();
        SkipNewLines();
        while (_token.Type != TokenType.CloseBrace && ParseObjectMember() is { } member)
        {
            members.Add(member);
            SkipNewLines();
            if (!TryTake(TokenType.Comma))
            {
                ExpectCloseBrace();
                break;
            }

            SkipNewLines();
        }

        TryTake(TokenType.CloseBrace);
        return Place(new ObjectExpression([.. members]), start);
    }

    private void ExpectCloseBrace()
    {
        if (_token.Type != TokenType.CloseBrace)
        {
            ErrorHere($"Unexpected token {Quoted()} while parsing object initializer. Expecting a `,` or a closing brace.");
        }
    }

    private (Identifier Name, ScriptExpression Value)? ParseObjectMember()
    {
        var token = _token;
        if (token.Type is not (TokenType.Identifier or TokenType.String))
        {
            ErrorHere($"Unexpected token {Quoted()} while parsing object initializer. Expecting a simple identifier for the member name.");
            return null;
        }

        var name = token.Type == TokenType.Identifier
            ? Name(token)
            : new Identifier(Literals.Unescape(_text.AsSpan(token.Start + 1, token.End - token.Start - 2)));
        Advance();
        if (!TryTake(TokenType.Colon))
        {
            ErrorHere($"Unexpected token {Quoted()} Expecting a colon : after identifier `{name}` for object initializer member name");
            return null;
        }

        SkipNewLines();
        if (ParseExpression(ExpressionMode.None, 0) is { } value)
        {
            return (name, value);
        }

        ErrorHere($"Unexpected token {Quoted()}. Expecting an expression for the value of the member.");
        return null;
    }
}
