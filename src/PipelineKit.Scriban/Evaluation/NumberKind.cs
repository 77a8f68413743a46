namespace Scriban.Evaluation;

/// <summary>Kinds of numbers in the order of promotion.</summary>
internal enum NumberKind
{
    None,
    Int,
    Long,
    Big,
    Float,
    Double,
    Decimal,
}
