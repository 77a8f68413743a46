namespace Scriban.Evaluation;

/// <summary>Kinds of loops; each has a variable of its own name.</summary>
internal enum LoopKind
{
    For,
    While,
    TableRow,
}
