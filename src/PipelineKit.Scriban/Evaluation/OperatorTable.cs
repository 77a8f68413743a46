using Scriban.Parsing;

namespace Scriban.Evaluation;

/// <summary>Precedence and spelling of the operators (language reference, section 8).</summary>
internal static class OperatorTable
{
    public const int Conditional = 10;
    public const int Unary = 200;

    public static (BinaryOperator Operator, int Precedence) Of(TokenType token) => token switch
    {
        TokenType.DoubleQuestion => (BinaryOperator.Coalesce, 20),
        TokenType.QuestionExclamation => (BinaryOperator.NotCoalesce, 20),
        TokenType.DoublePipe => (BinaryOperator.Or, 30),
        TokenType.DoubleAmpersand => (BinaryOperator.And, 40),
        TokenType.EqualEqual => (BinaryOperator.Equal, 70),
        TokenType.NotEqual => (BinaryOperator.NotEqual, 70),
        TokenType.Less => (BinaryOperator.Less, 80),
        TokenType.LessEqual => (BinaryOperator.LessOrEqual, 80),
        TokenType.Greater => (BinaryOperator.Greater, 80),
        TokenType.GreaterEqual => (BinaryOperator.GreaterOrEqual, 80),
        TokenType.Plus => (BinaryOperator.Add, 100),
        TokenType.Minus => (BinaryOperator.Subtract, 100),
        TokenType.Asterisk => (BinaryOperator.Multiply, 110),
        TokenType.Divide => (BinaryOperator.Divide, 110),
        TokenType.DoubleDivide => (BinaryOperator.DivideRound, 110),
        TokenType.Percent => (BinaryOperator.Modulo, 110),
        TokenType.ShiftLeft => (BinaryOperator.ShiftLeft, 110),
        TokenType.ShiftRight => (BinaryOperator.ShiftRight, 110),
        TokenType.DoubleDot => (BinaryOperator.Range, 130),
        TokenType.DoubleDotLess => (BinaryOperator.RangeExclusive, 130),
        _ => (BinaryOperator.None, 0),
    };

    /// <summary>The operator of a compound assignment; none for a plain assignment.</summary>
    public static BinaryOperator OfAssignment(TokenType token) => token switch
    {
        TokenType.PlusEqual => BinaryOperator.Add,
        TokenType.MinusEqual => BinaryOperator.Subtract,
        TokenType.AsteriskEqual => BinaryOperator.Multiply,
        TokenType.DivideEqual => BinaryOperator.Divide,
        TokenType.DoubleDivideEqual => BinaryOperator.DivideRound,
        TokenType.PercentEqual => BinaryOperator.Modulo,
        _ => BinaryOperator.None,
    };

    public static bool IsAssignment(TokenType token) => token is >= TokenType.Equal and <= TokenType.PercentEqual;

    public static string TextOf(BinaryOperator op) => op switch
    {
        BinaryOperator.Coalesce => "??",
        BinaryOperator.NotCoalesce => "?!",
        BinaryOperator.Or => "||",
        BinaryOperator.And => "&&",
        BinaryOperator.Equal => "==",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.DivideRound => "//",
        BinaryOperator.Modulo => "%",
        BinaryOperator.ShiftLeft => "<<",
        BinaryOperator.ShiftRight => ">>",
        BinaryOperator.Range => "..",
        BinaryOperator.RangeExclusive => "..<",
        _ => "",
    };
}
