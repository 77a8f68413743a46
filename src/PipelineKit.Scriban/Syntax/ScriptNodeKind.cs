namespace Scriban.Syntax;

/// <summary>Kinds of nodes of a parsed template (language reference, sections 1 and 3 to 9).</summary>
public enum ScriptNodeKind
{
    /// <summary>A list of statements.</summary>
    Block,

    /// <summary>Text outside of code, or an escape block.</summary>
    Raw,

    /// <summary>An expression whose value is written to the output.</summary>
    ExpressionStatement,

    /// <summary><c>if</c> with its branches.</summary>
    If,

    /// <summary><c>for</c>.</summary>
    For,

    /// <summary><c>tablerow</c>.</summary>
    TableRow,

    /// <summary><c>while</c>.</summary>
    While,

    /// <summary><c>case</c> with its branches.</summary>
    Case,

    /// <summary><c>capture</c>.</summary>
    Capture,

    /// <summary><c>with</c>.</summary>
    With,

    /// <summary><c>wrap</c>.</summary>
    Wrap,

    /// <summary><c>import</c>.</summary>
    Import,

    /// <summary><c>readonly</c>.</summary>
    ReadOnly,

    /// <summary><c>ret</c>.</summary>
    Return,

    /// <summary><c>break</c>.</summary>
    Break,

    /// <summary><c>continue</c>.</summary>
    Continue,

    /// <summary>A function, named or anonymous.</summary>
    Function,

    /// <summary>A parameter of a function.</summary>
    Parameter,

    /// <summary>An assignment, simple or compound.</summary>
    Assignment,

    /// <summary>A literal value.</summary>
    Literal,

    /// <summary>An interpolated string; its children are the expressions.</summary>
    InterpolatedString,

    /// <summary>A plain name.</summary>
    GlobalVariable,

    /// <summary>A name that starts with a dollar sign.</summary>
    LocalVariable,

    /// <summary>A loop variable such as <c>for.index</c>; its name is the part after the dot.</summary>
    LoopVariable,

    /// <summary>The word <c>this</c>.</summary>
    This,

    /// <summary>A member access; its name is the member.</summary>
    Member,

    /// <summary>An access by index.</summary>
    Indexer,

    /// <summary>A call or a pipe: the function, then the arguments; a piped value is the first argument.</summary>
    Call,

    /// <summary>A named argument of a call.</summary>
    NamedArgument,

    /// <summary>An operator with two operands.</summary>
    Binary,

    /// <summary>An operator with one operand.</summary>
    Unary,

    /// <summary><c>++</c> or <c>--</c>.</summary>
    Increment,

    /// <summary><c>condition ? a : b</c>.</summary>
    Conditional,

    /// <summary>An expression in parentheses.</summary>
    Nested,

    /// <summary>An array literal.</summary>
    Array,

    /// <summary>An object literal.</summary>
    Object,
}
