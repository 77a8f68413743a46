using Scriban.Evaluation;
using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Statements; those with a body of their own are in the files beside this one.</summary>
internal sealed partial class Parser
{
    /// <summary>Whether the keyword here is read as a variable because a member follows, as in <c>for.index</c>.</summary>
    private bool IsMemberOfKeyword() => PeekType() is TokenType.Dot or TokenType.QuestionDot && PeekToken().Start == _token.End;

    private ScriptStatement? ParseStatement()
    {
        if (_token.Type == TokenType.Identifier && !IsMemberOfKeyword())
        {
            var keyword = TextOf(_token);
            switch (keyword)
            {
                case "if":
                    return ParseIf();
                case "case":
                    return ParseCase();
                case "for" or "tablerow":
                    return ParseFor(keyword is "for" ? LoopKind.For : LoopKind.TableRow);
                case "while":
                    return ParseWhile();
                case "capture":
                    return ParseCapture();
                case "with":
                    return ParseWith();
                case "wrap":
                    return ParseWrap();
                case "func":
                    return ParseFunction();
                case "import" or "readonly":
                    return ParseOneWord(keyword is "import");
                case "ret":
                    return ParseReturn();
                case "break" or "continue":
                    return ParseJump(keyword is "break");
                case "end" or "else" or "when":
                    return ParseStray();
            }
        }

        return ParseExpressionStatement();
    }

    private ScriptStatement? ParseExpressionStatement()
    {
        var start = _token;
        var expression = ParseExpression(ExpressionMode.Statement, 0);
        if (expression is null)
        {
            ReportNoExpression(start);
            return null;
        }

        ScriptStatement? statement;
        if (OperatorTable.IsAssignment(_token.Type))
        {
            statement = ParseAssignment(start.Start, expression);
        }
        else
        {
            statement = Place(new ExpressionStatement(expression), start.Start);
        }

        ExpectEndOfStatement();
        return statement;
    }

    private void ReportNoExpression(Token token)
    {
        Advance();
        ErrorAt(token, token.Type == TokenType.Eof
            ? "Error while parsing expression statement: Expecting <expression> instead of `<eof>` in: <expression>"
            : $"Unexpected token {TextOf(token)}");
        while (!IsSeparator(_token.Type))
        {
            Advance();
        }
    }

    /// <summary>Parses the rest of <c>target = value</c>, of a compound assignment or of <c>f(x) = value</c>.</summary>
    private ScriptStatement? ParseAssignment(int start, ScriptExpression target)
    {
        var op = OperatorTable.OfAssignment(_token.Type);
        var operatorStart = _token.Start;
        Advance();
        if (op == BinaryOperator.None && target is CallExpression { IsExplicit: true, IsPiped: false } call && call.Target is IAssignable)
        {
            return ParseInlineFunction(start, call);
        }

        var value = ParseExpression(ExpressionMode.None, 0);
        if (value is null)
        {
            ErrorHere($"Error while parsing assign expression: Expecting <expression> instead of {Quoted()} in: <target_expression> = <value_expression>");
            return null;
        }

        return Place(new AssignStatement(target, op, value, operatorStart), start);
    }

    private ScriptStatement? ParseOneWord(bool isImport)
    {
        var start = _token.Start;
        Advance();
        var subject = ParseExpression(ExpressionMode.None, 0);
        if (subject is null || (!isImport && subject is not (GlobalVariable or LocalVariable)))
        {
            ErrorHere(isImport
                ? $"Error while parsing import statement: Expecting <expression> instead of {Quoted()} in: import <expression>"
                : $"Error while parsing readonly statement: Expecting a variable instead of {Quoted()} in: readonly <variable>");
            return null;
        }

        ExpectEndOfStatement();
        return isImport ? Place(new ImportStatement(subject), start) : Place<ScriptStatement>(new ReadOnlyStatement(subject), start);
    }

    private ReturnStatement ParseReturn()
    {
        var start = _token.Start;
        Advance();
        var value = IsSeparator(_token.Type) ? null : ParseExpression(ExpressionMode.None, 0);
        var statement = Place(new ReturnStatement(value), start);
        ExpectEndOfStatement();
        return statement;
    }

    private JumpStatement ParseJump(bool isBreak)
    {
        var start = _token.Start;
        Advance();
        var statement = Place(new JumpStatement(isBreak), start);
        ExpectEndOfStatement();
        return statement;
    }

    /// <summary>Reports an <c>end</c>, <c>else</c> or <c>when</c> that belongs to no block.</summary>
    private ScriptStatement? ParseStray()
    {
        var token = _token;
        var word = TextOf(token).ToString();
        Advance();
        if (word == "end")
        {
            ExpectEndOfStatement();
            var last = _token.Type is TokenType.NewLine or TokenType.SemiColon ? _token.Start : token.End - 1;
            Error(last, last + 1, "Error while parsing ScriptPage: Found <end> statement without a corresponding beginning of a block in: ...");
            return null;
        }

        if (word == "when")
        {
            ErrorAt(token, "A `when` condition must be preceded by another `when`/`else`/`case` condition.");
            SkipLine();
            return null;
        }

        ParseStrayElse();
        ErrorAt(token, "A else condition must be preceded by another if/else/when condition or a for loop.");
        return null;
    }

    private void ParseStrayElse()
    {
        if (IsWord("if"))
        {
            Advance();
            ParseExpression(ExpressionMode.None, 0);
        }

        ExpectEndOfStatement();
        ParseBlock(BlockEnd.Else);
        ExpectEnd("else", "else | else if <expression> ... end|else|else if");
        ExpectEndOfStatement();
    }

    private void SkipLine()
    {
        while (!IsSeparator(_token.Type))
        {
            Advance();
        }
    }
}
