using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Spec.Reading;

/// <summary>A stage as listed, before it is typed for a stack.</summary>
/// <param name="Id">Id; an alias is replaced, the span is that of the key as written.</param>
/// <param name="Keys">Its keys, or null when it was listed without any, or not at all.</param>
/// <param name="OfProject">True when a project lists it.</param>
/// <param name="Removed">True for <c>false</c>.</param>
/// <param name="IfServed">True for a stage that nobody listed and a pack requires: it is there where it serves the stack.</param>
internal sealed record ListedStage(Spanned<string> Id, SourceMap? Keys, bool OfProject, bool Removed = false, bool IfServed = false)
{
    /// <summary>The project's keys over those of the top level: a key given in both is the project's.</summary>
    public ListedStage Over(ListedStage lower)
    {
        if (Keys is null || lower.Keys is null)
        {
            return this with { Keys = Keys ?? lower.Keys };
        }

        var kept = lower.Keys.Entries.Where(e => Keys.Find(e.Key.Value) is null);
        return this with { Keys = new SourceMap([.. kept, .. Keys.Entries], Keys.Span) };
    }
}
