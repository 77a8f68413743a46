namespace Scriban.Parsing;

/// <summary>What a source text is.</summary>
public enum ScriptMode
{
    /// <summary>Text with code blocks between double braces.</summary>
    Default,

    /// <summary>Code only, without braces.</summary>
    ScriptOnly,
}
