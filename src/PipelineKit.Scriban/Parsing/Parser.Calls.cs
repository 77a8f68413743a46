using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Arguments of calls (language reference, 8.9).</summary>
internal sealed partial class Parser
{
    /// <summary>Whether the current token can begin an argument that follows a function after a space.</summary>
    private bool BeginsArgument(ExpressionMode mode) => _token.Type switch
    {
        TokenType.Identifier => !mode.HasFlag(ExpressionMode.LoopHeader),
        TokenType.Special or TokenType.Integer or TokenType.HexInteger or TokenType.BinaryInteger or TokenType.Float
            or TokenType.String or TokenType.Verbatim or TokenType.InterpolationStart
            or TokenType.OpenParen or TokenType.OpenBracket or TokenType.OpenBrace
            or TokenType.Arroba or TokenType.Caret or TokenType.Exclamation => true,
        _ => false,
    };

    /// <summary>Parses <c>f a b name: c</c> after the function.</summary>
    private CallExpression ParseCall(ScriptExpression target, int start, ExpressionMode mode)
    {
        var arguments = new List<ScriptExpression>();
        var argumentMode = (mode & ExpressionMode.LoopHeader) | ExpressionMode.Argument;
        while (BeginsArgument(mode))
        {
            var isBlock = IsWord("do");
            if (ParseArgument(argumentMode) is not { } argument)
            {
                break;
            }

            arguments.Add(argument);
            if (isBlock)
            {
                break;
            }
        }

        return Place(new CallExpression(target, [.. arguments], isPiped: false, isExplicit: false), start);
    }

    private ScriptExpression? ParseArgument(ExpressionMode mode)
    {
        if (_token.Type is not (TokenType.Identifier or TokenType.Special) || PeekType() != TokenType.Colon)
        {
            return ParseExpression(mode, 0);
        }

        var start = _token.Start;
        var name = Name(_token).Text;
        Advance();
        Advance();
        if (ParseExpression(mode, 0) is { } value)
        {
            return Place(new NamedArgument(name, value), start);
        }

        ErrorHere($"Error while parsing expression statement: Expecting <expression> instead of {Quoted()} in: <expression>");
        return null;
    }

    /// <summary>Parses <c>(a, b)</c> right after a function.</summary>
    private CallExpression ParseExplicitCall(ScriptExpression target, int start)
    {
        var arguments = new List<ScriptExpression>();
        Advance();
        while (_token.Type != TokenType.CloseParen)
        {
            if (ParseArgument(ExpressionMode.Argument) is not { } argument)
            {
                ErrorHere("Expecting an expression for argument function calls instead of this token.");
                break;
            }

            arguments.Add(argument);
            if (_token.Type != TokenType.CloseParen && !TryTake(TokenType.Comma))
            {
                ErrorHere("Expecting a comma to separate arguments in a function call.");
                break;
            }
        }

        if (!TryTake(TokenType.CloseParen))
        {
            ErrorHere("Expecting a closing parenthesis for a function call.");
        }

        return Place(new CallExpression(target, [.. arguments], isPiped: false, isExplicit: true), start);
    }
}
