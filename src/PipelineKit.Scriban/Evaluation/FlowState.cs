namespace Scriban.Evaluation;

/// <summary>How the execution of statements goes on.</summary>
internal enum FlowState
{
    None,
    Break,
    Continue,
    Return,
}
