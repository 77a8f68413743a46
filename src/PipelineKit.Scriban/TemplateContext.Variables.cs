using Scriban.Evaluation;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

/// <summary>Variables and scopes (language reference, section 4).</summary>
public partial class TemplateContext
{
    private IScriptObject[] _globals = new IScriptObject[4];
    private int _globalCount = 1;
    private Dictionary<string, int>? _cycles;

    /// <summary>Parameters and new names of the parametric function being executed.</summary>
    internal ScriptObject? ParameterScope { get; set; }

    /// <summary>Variables of the loops being executed, the innermost first.</summary>
    internal LoopFrame? Loops { get; set; }

    /// <summary>The names with a dollar sign of this page, include, function or <c>with</c>.</summary>
    internal ScriptObject? Locals { get; set; }

    /// <summary>The body of the <c>wrap</c> statement that called the function being executed.</summary>
    internal ScriptBlockStatement? WrapBlock { get; set; }

    internal FlowState Flow { get; set; }

    /// <summary>How far the groups of <c>array.cycle</c> are.</summary>
    internal Dictionary<string, int> Cycles => _cycles ??= new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>The value of the last <c>ret</c>.</summary>
    internal object? ReturnValue { get; set; }

    /// <summary>The object that plain names are written to.</summary>
    public IScriptObject CurrentGlobal => _globals[_globalCount - 1];

    /// <summary>Number of objects that plain names are looked up in, the built-in functions included.</summary>
    public int GlobalCount => _globalCount;

    /// <summary>Puts an object on top: its members become variables, and new variables become its members.</summary>
    /// <param name="scriptObject">The object.</param>
    public void PushGlobal(IScriptObject scriptObject)
    {
        if (_globalCount == _globals.Length)
        {
            Array.Resize(ref _globals, _globalCount * 2);
        }

        _globals[_globalCount++] = scriptObject;
    }

    /// <summary>Takes the topmost object away.</summary>
    /// <returns>The object.</returns>
    /// <exception cref="InvalidOperationException">Only the built-in functions are left.</exception>
    public IScriptObject PopGlobal()
    {
        if (_globalCount == 1)
        {
            throw new InvalidOperationException("The built-in functions can not be popped.");
        }

        return _globals[--_globalCount];
    }

    /// <summary>Looks a plain name up: parameters, loops, then objects from the top down.</summary>
    internal bool TryGetVariable(Identifier name, ScriptNode node, out object? value)
    {
        if (ParameterScope is not null && ParameterScope.TryGetMember(name.Text, name.Hash, out value))
        {
            return true;
        }

        for (var loop = Loops; loop is not null; loop = loop.Outer)
        {
            if (loop.Name is { } loopName && loopName.Hash == name.Hash && loopName.Text == name.Text)
            {
                value = loop.Value;
                return true;
            }
        }

        return TryGetGlobal(name, node, out value);
    }

    internal bool TryGetGlobal(Identifier name, ScriptNode node, out object? value)
    {
        for (var i = _globalCount - 1; i >= 0; i--)
        {
            var found = _globals[i] is ScriptObject known
                ? known.TryGetMember(name.Text, name.Hash, out value)
                : _globals[i].TryGetValue(this, node.Span, name.Text, out value);
            if (found)
            {
                return true;
            }
        }

        value = null;
        return false;
    }

    /// <summary>Writes a plain name: into the parametric function being executed unless the name exists outside, else into the top object.</summary>
    internal void SetVariable(Identifier name, ScriptNode node, object? value)
    {
        if (ParameterScope is not null
            && (ParameterScope.TryGetMember(name.Text, name.Hash, out _) || !TryGetGlobal(name, node, out _)))
        {
            ParameterScope.TrySetMember(name.Text, name.Hash, value);
            return;
        }

        var written = CurrentGlobal is ScriptObject known && known.GetType() == typeof(ScriptObject)
            ? known.TrySetMember(name.Text, name.Hash, value)
            : CurrentGlobal.TrySetValue(this, node.Span, name.Text, value, readOnly: false);
        if (!written)
        {
            throw new ScriptRuntimeException(node.Span, $"Cannot set value on the readonly variable `{name}`");
        }
    }

    internal bool TryGetLocal(Identifier name, out object? value)
    {
        value = null;
        return Locals is not null && Locals.TryGetMember(name.Text, name.Hash, out value);
    }

    internal void SetLocal(Identifier name, ScriptNode node, object? value)
    {
        Locals ??= new ScriptObject();
        if (!Locals.TrySetMember(name.Text, name.Hash, value))
        {
            throw new ScriptRuntimeException(node.Span, $"Cannot set value on the readonly variable `{name}`");
        }
    }

    /// <summary>An unknown name: null, or an error in a strict context.</summary>
    internal object? Unknown(Identifier name, ScriptNode node) => StrictVariables
        ? throw new ScriptRuntimeException(node.Span, $"The variable or function `{name}` was not found")
        : null;

    private void ResetEvaluation()
    {
        ParameterScope = null;
        Loops = null;
        Locals = null;
        WrapBlock = null;
        Flow = FlowState.None;
        ReturnValue = null;
        CurrentIndent = null;
        CurrentNode = null;
        CurrentPage = null;
        _output = null;
        _cycles = null;
        _loopDepth = 0;
        _loopCount = 0;
        _recursion = 0;
        ClearStack();
    }
}
