namespace Scriban.Evaluation;

/// <summary>Operators with two operands.</summary>
internal enum BinaryOperator
{
    None,
    Coalesce,
    NotCoalesce,
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    DivideRound,
    Modulo,
    ShiftLeft,
    ShiftRight,
    Range,
    RangeExclusive,
}
