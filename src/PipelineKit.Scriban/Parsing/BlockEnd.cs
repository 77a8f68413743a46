namespace Scriban.Parsing;

/// <summary>What ends a block of statements.</summary>
internal enum BlockEnd
{
    /// <summary>The end of the file.</summary>
    Page,

    /// <summary><c>end</c>.</summary>
    End,

    /// <summary><c>end</c> or <c>else</c>.</summary>
    Else,

    /// <summary><c>end</c>, <c>else</c> or <c>when</c>.</summary>
    When,
}
