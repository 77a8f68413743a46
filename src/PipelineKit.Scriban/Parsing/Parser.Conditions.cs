using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary><c>if</c> and <c>case</c> (language reference, 9.3 and 9.4).</summary>
internal sealed partial class Parser
{
    private const string IfSyntax = "if <expression> ... end|else|else if";
    private const string CaseSyntax = "case <expression> ... end|when|else";

    private IfStatement? ParseIf()
    {
        var start = _token.Start;
        var branches = new List<(ScriptExpression Condition, ScriptBlockStatement Body)>();
        Advance();
        branches.Add(ParseBranch());
        ScriptBlockStatement? otherwise = null;
        while (IsWord("else"))
        {
            var elseToken = _token;
            if (otherwise is not null)
            {
                ErrorAt(elseToken, "A else condition must be preceded by another if/else/when condition or a for loop.");
            }

            Advance();
            if (IsWord("if"))
            {
                Advance();
                branches.Add(ParseBranch());
                continue;
            }

            ExpectEndOfStatement();
            otherwise = ParseBlock(BlockEnd.Else);
        }

        ExpectEnd("if", IfSyntax);
        var statement = Place(new IfStatement([.. branches], otherwise), start);
        ExpectEndOfStatement();
        return statement;
    }

    private (ScriptExpression Condition, ScriptBlockStatement Body) ParseBranch()
    {
        var condition = ParseRequired("if", IfSyntax);
        ExpectEndOfStatement();
        return (condition, ParseBlock(BlockEnd.Else));
    }

    /// <summary>Parses an expression that a statement can not do without.</summary>
    private ScriptExpression ParseRequired(string statement, string syntax, ExpressionMode mode = ExpressionMode.None)
    {
        var expression = ParseExpression(mode, 0);
        if (expression is null)
        {
            ErrorHere($"Error while parsing {statement} statement: Expecting <expression> instead of {Quoted()} in: {syntax}");
        }

        return expression ?? Place(new ErrorExpression(), Math.Max(0, _token.Start));
    }

    private CaseStatement ParseCase()
    {
        var start = _token.Start;
        Advance();
        var subject = ParseRequired("case", CaseSyntax);
        ExpectEndOfStatement();
        SkipToWhen();
        var branches = new List<WhenBranch>();
        ScriptBlockStatement? otherwise = null;
        while (_token.Type == TokenType.Identifier && !IsWord("end"))
        {
            if (IsWord("when"))
            {
                branches.Add(ParseWhen());
            }
            else if (IsWord("else") && branches.Count > 0)
            {
                Advance();
                ExpectEndOfStatement();
                otherwise = ParseBlock(BlockEnd.When);
            }
            else if (IsWord("else"))
            {
                ParseStray();
                break;
            }
            else
            {
                ReportInCase();
            }
        }

        if (_messages.HasErrors && branches.Count == 0 && !IsWord("end"))
        {
            return Place(new CaseStatement(subject, [], otherwise), start);
        }

        ExpectEnd("case", CaseSyntax);
        var statement = Place(new CaseStatement(subject, [.. branches], otherwise), start);
        ExpectEndOfStatement();
        return statement;
    }

    /// <summary>Text and separators between <c>case</c> and the first <c>when</c> are dropped.</summary>
    private void SkipToWhen()
    {
        while (_token.Type is TokenType.Raw or TokenType.CodeEnter or TokenType.CodeExit or TokenType.NewLine or TokenType.SemiColon)
        {
            Advance();
        }

        if (_token.Type is not (TokenType.Identifier or TokenType.Eof))
        {
            ReportInCase();
        }
    }

    private void ReportInCase()
    {
        ErrorHere($"Unexpected statement/expression {Quoted()} in the body of a `case` statement. Only `when`/`else` are expected.");
        SkipLine();
        while (_token.Type is TokenType.Raw or TokenType.CodeEnter or TokenType.CodeExit or TokenType.NewLine or TokenType.SemiColon)
        {
            Advance();
        }
    }

    private WhenBranch ParseWhen()
    {
        var start = _token.Start;
        Advance();
        var values = new List<ScriptExpression>();
        do
        {
            SkipNewLinesAfterComma(values.Count);
            values.Add(ParseRequired("when", "when <expression>", ExpressionMode.When));
        }
        while (TryTake(TokenType.Comma) || TryTake(TokenType.DoublePipe));

        ExpectEndOfStatement();
        return new WhenBranch(start, [.. values], ParseBlock(BlockEnd.When));
    }

    private void SkipNewLinesAfterComma(int count)
    {
        if (count > 0)
        {
            SkipNewLines();
        }
    }
}
