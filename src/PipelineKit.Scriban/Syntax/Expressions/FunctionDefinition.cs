namespace Scriban.Syntax;

/// <summary>What a function is made of: parameters and a body of statements or one expression (language reference, section 7).</summary>
internal sealed class FunctionDefinition
{
    /// <summary>The name with which it was defined; null for an anonymous function.</summary>
    public Identifier? Name { get; init; }

    /// <summary>Whether the name starts with a dollar sign.</summary>
    public bool IsLocal => Name?.Text.StartsWith('$') == true;

    /// <summary>Null for a function without parameter list, whose arguments are read as <c>$0</c>.</summary>
    public ParameterNode[]? Parameters { get; init; }

    /// <summary>Whether the last parameter takes all further arguments.</summary>
    public bool HasRest { get; init; }

    /// <summary>Number of parameters without default.</summary>
    public int Required { get; init; }

    /// <summary>The statements; null when <see cref="Result"/> is the body.</summary>
    public ScriptBlockStatement? Body { get; init; }

    /// <summary>The expression of an inline function.</summary>
    public ScriptExpression? Result { get; init; }

    /// <summary>Whether the body mentions its arguments with a dollar sign.</summary>
    public bool UsesArguments { get; init; }

    public IEnumerable<ScriptNode> Children => [.. Parameters ?? [], .. Body is null ? (ScriptNode[])[Result!] : [Body]];
}
