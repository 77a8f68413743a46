namespace PipelineKitRunner;

/// <summary>A literal, or a value that is known only when a job runs.</summary>
/// <param name="Kind">literal, matrix, env, service or secret.</param>
/// <param name="Text">The literal; the axis; the variable; SERVICE.PROPERTY; the secret.</param>
/// <param name="Required">A secret without which the job is skipped.</param>
internal sealed record Value(string Kind, string Text, bool Required = false)
{
    public static implicit operator Value(string text) => new("literal", text);
}
