using System.Collections;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace PipelineKit.Core.Stages.Rendering;

/// <summary>Access to lists by their index: what a template is given stays as it is, and no index makes a list longer than lists may be.</summary>
internal sealed class GuardedListAccessor : IListAccessor
{
    public static GuardedListAccessor Default { get; } = new();

    /// <inheritdoc/>
    public int GetLength(TemplateContext context, SourceSpan span, object target) => ((IList)target).Count;

    /// <inheritdoc/>
    public object? GetValue(TemplateContext context, SourceSpan span, object target, int index) =>
        target is IList list && index >= 0 && index < list.Count ? list[index] : null;

    /// <inheritdoc/>
    public void SetValue(TemplateContext context, SourceSpan span, object target, int index, object? value)
    {
        var list = (IList)target;
        if (list is ScriptArray { IsReadOnly: true })
        {
            throw new ScriptRuntimeException(span, "this list is given and cannot be changed; make one of your own with `list`");
        }

        if (index is < 0 or >= TemplateLimits.Items)
        {
            throw new ScriptRuntimeException(span, $"a list has more than {TemplateLimits.Items} entries");
        }

        while (list.Count <= index)
        {
            list.Add(null);
        }

        list[index] = value;
    }
}
