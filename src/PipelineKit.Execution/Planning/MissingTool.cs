namespace PipelineKit.Execution.Planning;

/// <summary>Something that a job needs and this machine does not have.</summary>
/// <param name="Name">Program, or toolchain with its version.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Hint">How it is installed, or empty.</param>
internal sealed record MissingTool(string Name, string Problem, string Hint)
{
    public override string ToString() => $"{Name}: {Problem}" + (Hint.Length == 0 ? "" : $"\n    {Hint}");
}
