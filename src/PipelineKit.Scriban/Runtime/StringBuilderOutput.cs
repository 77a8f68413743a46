namespace Scriban.Runtime;

/// <summary>Text that has been rendered already: the result of <c>capture</c>, and of <c>include</c> used as a statement.</summary>
/// <param name="text">The rendered text.</param>
public sealed class StringBuilderOutput(string text)
{
    /// <summary>The rendered text.</summary>
    public override string ToString() => text;
}
