using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>The value of <c>empty</c> and <c>blank</c> (language reference, 4.2): has no members and counts as false.</summary>
internal sealed class EmptyObject : ScriptObject
{
    public static EmptyObject Instance { get; } = new();

    public override bool CanWrite(string member) => false;

    public override bool TrySetValue(TemplateContext context, SourceSpan span, string member, object? value, bool readOnly) => false;

    public override void SetReadOnly(string member, bool readOnly)
    {
    }

    public override string ToString() => "";
}
