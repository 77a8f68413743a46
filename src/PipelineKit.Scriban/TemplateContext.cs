using System.Globalization;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban;

/// <summary>
/// One evaluation of templates: the objects they see, the output they write, the switches and the limits
/// (runtime documentation, "Safe runtime"). Not for use by several threads at once.
/// </summary>
public partial class TemplateContext
{
    /// <summary>Creates a context with the built-in functions.</summary>
    public TemplateContext()
        : this(new Functions.BuiltinFunctions())
    {
    }

    /// <summary>Creates a context with other built-in functions.</summary>
    /// <param name="builtin">The lowest object that names are looked up in.</param>
    public TemplateContext(ScriptObject builtin)
    {
        BuiltinObject = builtin;
        _globals[0] = builtin;
    }

    /// <summary>The built-in functions, by name.</summary>
    public ScriptObject BuiltinObject { get; }

    /// <summary>Finds the templates of <c>include</c>; null: <c>include</c> is an error.</summary>
    public ITemplateLoader? TemplateLoader { get; set; }

    /// <summary>Parsed included templates by the path of the loader; may be shared by contexts that run one after another.</summary>
    public Dictionary<string, Template> CachedTemplates { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Parser switches of included and evaluated templates.</summary>
    public ParserOptions? TemplateLoaderParserOptions { get; set; }

    /// <summary>Lexer switches of included templates.</summary>
    public LexerOptions? TemplateLoaderLexerOptions { get; set; }

    /// <summary>What <c>WriteLine</c> and <c>tablerow</c> end a line with; default a line feed.</summary>
    public string NewLine { get; set; } = "\n";

    /// <summary>Whether an unknown variable is an error; default false (null).</summary>
    public bool StrictVariables { get; set; }

    /// <summary>Whether members and indexes of null are null instead of an error; default false.</summary>
    public bool EnableRelaxedTargetAccess { get; set; }

    /// <summary>Whether a missing member is null instead of an error; default true.</summary>
    public bool EnableRelaxedMemberAccess { get; set; } = true;

    /// <summary>Whether calling a missing function gives null instead of an error; default false.</summary>
    public bool EnableRelaxedFunctionAccess { get; set; }

    /// <summary>Whether an index beyond the end gives null instead of an error; default true.</summary>
    public bool EnableRelaxedIndexerAccess { get; set; } = true;

    /// <summary>Whether a null index gives null instead of an error; default false.</summary>
    public bool EnableNullIndexer { get; set; }

    /// <summary>Whether <c>break</c> and <c>continue</c> outside a loop end the page instead of being an error; default false.</summary>
    public bool EnableBreakAndContinueAsReturnOutsideLoop { get; set; }

    /// <summary>Whether further lines of a block keep the indentation of its first line; default true.</summary>
    public bool AutoIndent { get; set; } = true;

    /// <summary>Whether empty lines are indented as well; default true.</summary>
    public bool IndentOnEmptyLines { get; set; } = true;

    /// <summary>The clock of <c>date.now</c>; null (the default): templates have no clock, and <c>date.now</c> is an error.</summary>
    public TimeProvider? Clock { get; set; }

    /// <summary>The source of <c>math.random</c> and <c>math.uuid</c>; null (the default): both are errors, so that a render is repeatable.</summary>
    public Random? Randomness { get; set; }

    /// <summary>Free for the host: a place for data that its functions need.</summary>
    public Dictionary<object, object?> Tags { get; } = [];

    private CultureInfo[] _cultures = [CultureInfo.InvariantCulture];

    /// <summary>The culture of printed numbers and dates; default invariant.</summary>
    public CultureInfo CurrentCulture => _cultures[^1];

    /// <summary>Makes a culture the current one.</summary>
    /// <param name="culture">The culture.</param>
    public void PushCulture(CultureInfo culture) => _cultures = [.. _cultures, culture];

    /// <summary>Goes back to the culture before.</summary>
    /// <returns>The culture that was current.</returns>
    /// <exception cref="InvalidOperationException">No culture was pushed.</exception>
    public CultureInfo PopCulture()
    {
        if (_cultures.Length == 1)
        {
            throw new InvalidOperationException("No culture was pushed.");
        }

        var popped = _cultures[^1];
        _cultures = _cultures[..^1];
        return popped;
    }

    /// <summary>Forgets variables of the last render, the output and cached templates; globals and switches stay.</summary>
    public virtual void Reset()
    {
        CachedTemplates.Clear();
        ResetEvaluation();
    }
}
