using Scriban.Evaluation;
using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary><c>for</c>, <c>tablerow</c> and <c>while</c> (language reference, 9.5).</summary>
internal sealed partial class Parser
{
    private ScriptStatement? ParseFor(LoopKind kind)
    {
        var start = _token;
        var word = kind == LoopKind.For ? "for" : "tablerow";
        var syntax = $"{word} <variable> in <expression> ... end";
        Advance();
        var variable = ParsePrimary(ExpressionMode.LoopHeader);
        if (variable is not IAssignable or NestedExpression)
        {
            ErrorAt(start, $"Error while parsing {word} statement: Expecting a variable instead of {Quoted()} in: {syntax}");
            SkipBroken();
            return null;
        }

        if (!IsWord("in"))
        {
            ErrorAt(start, $"Error while parsing {word} statement: Expecting 'in' word instead of {Quoted()} in: {syntax}");
            SkipBroken();
            return null;
        }

        Advance();
        var iterator = ParseRequired(word, syntax, ExpressionMode.LoopHeader);
        var options = ParseLoopOptions(kind);
        ExpectEndOfStatement();
        var body = ParseBlock(BlockEnd.Else);
        var otherwise = ParseLoopElse();
        ExpectEnd(word, syntax);
        ScriptStatement statement = kind == LoopKind.For
            ? new ForStatement(variable, iterator, options, body, otherwise)
            : new TableRowStatement(variable, iterator, options, body, otherwise);
        Place(statement, start.Start);
        ExpectEndOfStatement();
        return statement;
    }

    /// <summary>Skips the header and the body of a loop whose header could not be read.</summary>
    private void SkipBroken()
    {
        SkipLine();
        ParseBlock(BlockEnd.Else);
        if (IsWord("end"))
        {
            Advance();
            SkipLine();
        }
    }

    private ScriptBlockStatement? ParseLoopElse()
    {
        if (!IsWord("else"))
        {
            return null;
        }

        var token = _token;
        Advance();
        if (IsWord("if"))
        {
            ErrorAt(token, "Invalid if/else combination within a for statement.");
            SkipLine();
        }

        ExpectEndOfStatement();
        return ParseBlock(BlockEnd.End);
    }

    private LoopOptions ParseLoopOptions(LoopKind kind)
    {
        var options = new LoopOptions(null, false, null, null);
        while (_token.Type == TokenType.Identifier)
        {
            var token = _token;
            var word = TextOf(token).ToString();
            Advance();
            if (word == "reversed")
            {
                options = options with { IsReversed = true };
                continue;
            }

            if (word is not ("offset" or "limit") && !(word == "cols" && kind == LoopKind.TableRow))
            {
                ErrorAt(token, $"The argument `{word}` is not supported by a {(kind == LoopKind.For ? "for" : "tablerow")} statement.");
                SkipLine();
                break;
            }

            if (!TryTake(TokenType.Colon))
            {
                ErrorHere($"Unexpected token {Quoted()}. Expecting a `:` after `{word}`.");
            }

            var value = ParseExpression(ExpressionMode.LoopHeader | ExpressionMode.Argument, 0) ?? Missing(word);
            options = word switch
            {
                "offset" => options with { Offset = value },
                "limit" => options with { Limit = value },
                _ => options with { Columns = value },
            };
        }

        return options;
    }

    private ErrorExpression Missing(string option)
    {
        ErrorHere($"Expecting an expression for `{option}` instead of {Quoted()}.");
        return Place(new ErrorExpression(), Math.Max(0, _token.Start));
    }

    private WhileStatement ParseWhile()
    {
        const string Syntax = "while <expression> ... end";
        var start = _token.Start;
        Advance();
        var condition = ParseRequired("while", Syntax);
        ExpectEndOfStatement();
        var body = ParseBlock(BlockEnd.End);
        ExpectEnd("while", Syntax);
        var statement = Place(new WhileStatement(condition, body), start);
        ExpectEndOfStatement();
        return statement;
    }
}
