using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

/// <summary>Running of pages.</summary>
public partial class TemplateContext
{
    private int _renderDepth;

    /// <summary>The value of the last expression statement, while output is off.</summary>
    internal object? LastValue { get; set; }

    internal string RenderPage(ScriptPage page)
    {
        BeginRender();
        try
        {
            PushOutput(out var outer);
            page.Render(this);
            return PopOutput(outer);
        }
        finally
        {
            _renderDepth--;
        }
    }

    internal object? EvaluatePage(ScriptPage page)
    {
        BeginRender();
        var enabled = EnableOutput;
        try
        {
            EnableOutput = false;
            return EvaluateBody(page);
        }
        finally
        {
            EnableOutput = enabled;
            _renderDepth--;
        }
    }

    /// <summary>The value of a page: that of its <c>ret</c>, else of its last statement when that is an expression.</summary>
    internal object? EvaluateBody(ScriptPage page)
    {
        var outer = LastValue;
        LastValue = null;
        var returned = page.Run(this);
        var value = returned ?? LastValue;
        LastValue = outer;
        return value;
    }

    /// <summary>The outermost render starts with empty scopes and a full time budget; a nested one goes on with those of its caller.</summary>
    private void BeginRender()
    {
        if (_renderDepth++ > 0)
        {
            return;
        }

        ResetEvaluation();
        if (_globalCount == 1)
        {
            PushGlobal(new ScriptObject());
        }

        StartClock();
    }
}
