using Scriban.Evaluation;
using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Operators, pipes and calls (language reference, section 8).</summary>
internal sealed partial class Parser
{
    /// <summary>Parses an expression of operators that bind tighter than <paramref name="precedence"/>; null when none begins here.</summary>
    private ScriptExpression? ParseExpression(ExpressionMode mode, int precedence)
    {
        if (!EnterNesting())
        {
            _depth--;
            return null;
        }

        var start = _token.Start;
        var left = ParseUnary(mode);
        while (left is not null && ParseContinuation(left, start, mode, precedence) is { } longer)
        {
            left = longer;
        }

        _depth--;
        return left;
    }

    /// <summary>Parses what follows an operand; null when the expression ends before the current token.</summary>
    private ScriptExpression? ParseContinuation(ScriptExpression left, int start, ExpressionMode mode, int precedence)
    {
        switch (_token.Type)
        {
            case TokenType.Question:
                return precedence >= OperatorTable.Conditional ? null : ParseConditional(left, start, mode);
            case TokenType.Pipe or TokenType.PipeGreater:
                return precedence > 0 || (mode & (ExpressionMode.Argument | ExpressionMode.PipeTarget)) != 0 ? null : ParsePipe(left, start, mode);
            case >= TokenType.Equal and <= TokenType.PercentEqual:
                return mode.HasFlag(ExpressionMode.Statement) && precedence == 0 ? null : ReportAssignment(left, mode);
            case TokenType.Colon:
                ReportColon(left, mode);
                return null;
        }

        var (op, binding) = OperatorTable.Of(_token.Type);
        if (op != BinaryOperator.None)
        {
            var ends = binding <= precedence || (op == BinaryOperator.Or && mode.HasFlag(ExpressionMode.When));
            return ends ? null : ParseBinary(left, start, mode, op, binding);
        }

        return mode.HasFlag(ExpressionMode.Argument) || !BeginsArgument(mode) ? null : ParseCall(left, start, mode);
    }

    private BinaryExpression ParseBinary(ScriptExpression left, int start, ExpressionMode mode, BinaryOperator op, int binding)
    {
        var operatorStart = _token.Start;
        Advance();
        var right = ParseExpression(mode & ~ExpressionMode.Statement, binding);
        if (right is null)
        {
            ErrorHere($"Error while parsing binary expression: Expecting an <expression> to the right of the operator instead of {Quoted()} in: <expression> operator <expression>");
            right = Place(new ErrorExpression(), start);
        }

        return Place(new BinaryExpression(op, left, right, operatorStart), start);
    }

    private ConditionalExpression ParseConditional(ScriptExpression condition, int start, ExpressionMode mode)
    {
        Advance();
        var branchMode = mode & (ExpressionMode.LoopHeader | ExpressionMode.Argument | ExpressionMode.When);
        var whenTrue = ParseBranchValue(branchMode | ExpressionMode.Branch, start);
        if (!TryTake(TokenType.Colon))
        {
            ErrorHere($"Unexpected token found {Quoted()} while expecting `:`.");
            Advance();
        }

        var whenFalse = ParseBranchValue(branchMode | ExpressionMode.Branch, start);
        return Place(new ConditionalExpression(condition, whenTrue, whenFalse), start);
    }

    private ScriptExpression ParseBranchValue(ExpressionMode mode, int start)
    {
        var value = ParseExpression(mode, 0);
        if (value is null)
        {
            ErrorHere($"Error while parsing conditional expression: Expecting <expression> instead of {Quoted()} in: <condition> ? <then_value> : <else_value>");
        }

        return value ?? Place(new ErrorExpression(), start);
    }

    private ScriptExpression ParsePipe(ScriptExpression from, int start, ExpressionMode mode)
    {
        Advance();
        SkipNewLines();
        var to = ParseExpression((mode | ExpressionMode.PipeTarget) & ~(ExpressionMode.Statement | ExpressionMode.Branch), 0);
        if (to is null)
        {
            ErrorHere($"Error while parsing pipe expression: Expecting <expression> instead of {Quoted()} in: <expression> | <expression>");
            return Place(new ErrorExpression(), start);
        }

        return Pipes.Connect(from, to);
    }

    /// <summary>An assignment inside an expression is an error; parsing goes on after it.</summary>
    private ScriptExpression ReportAssignment(ScriptExpression left, ExpressionMode mode)
    {
        Error(left.Start, left.End, "Error while parsing assign expression: Expression is only allowed for a top level assignment in: <target_expression> = <value_expression>");
        Advance();
        return ParseExpression(mode & ~ExpressionMode.Statement, 0) ?? left;
    }

    private void ReportColon(ScriptExpression left, ExpressionMode mode)
    {
        var isAllowed = mode.HasFlag(ExpressionMode.Branch) || left is GlobalVariable or LocalVariable or ConditionalExpression;
        if (!isAllowed && _reportedColon != _position)
        {
            _reportedColon = _position;
            Error(left.Start, left.End, "Expecting a simple global or local variable before `:` in order to create a named argument");
        }
    }
}
