namespace PipelineKit.Core.Stages.Rendering;

/// <summary>Text that is written as it is: the result of <c>include</c> (already escaped) and of the marked exception <c>| raw</c>.</summary>
/// <param name="Text">The text.</param>
/// <param name="IsValue">True when it came from an expression and not from a template.</param>
internal sealed record RawText(string Text, bool IsValue)
{
    public override string ToString() => Text;
}
