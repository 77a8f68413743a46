namespace PipelineKit.Core.Stages.Rendering;

/// <summary>
/// Marks around everything that an expression writes, taken out again before the document is read. Two characters of Unicode's private use
/// area; a value that holds them itself gets them as escapes.
/// </summary>
internal static class ValueMarks
{
    public const char Begin = '\uE000';

    public const char End = '\uE001';

    public static string Remove(string text) =>
        text.Replace(Begin.ToString(), "", StringComparison.Ordinal).Replace(End.ToString(), "", StringComparison.Ordinal);
}
