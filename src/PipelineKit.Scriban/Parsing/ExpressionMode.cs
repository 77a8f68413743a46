namespace Scriban.Parsing;

/// <summary>What an expression may contain where it stands.</summary>
[Flags]
internal enum ExpressionMode
{
    None = 0,

    /// <summary>A whole statement: an assignment may follow.</summary>
    Statement = 1,

    /// <summary>An argument: a further operand is the next argument, and a pipe ends the call.</summary>
    Argument = 2,

    /// <summary>The right side of a pipe: a further pipe goes on with the whole.</summary>
    PipeTarget = 4,

    /// <summary>The list of a loop: a name after it is an option of the loop.</summary>
    LoopHeader = 8,

    /// <summary>A value of <c>when</c>: <c>||</c> separates values.</summary>
    When = 16,

    /// <summary>A branch of <c>?:</c>: a colon may follow.</summary>
    Branch = 32,
}
