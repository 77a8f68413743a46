namespace PipelineKit.Parity.Tests.Posix;

/// <summary>A word, an operator, or (with neither) the end of a line.</summary>
internal sealed record ShellToken(ShellWord? Word, string? Operator)
{
    public static readonly ShellToken LineEnd = new(null, null);

    public bool IsLineEnd => Word is null && Operator is null;

    public string Source => Word?.Source ?? Operator ?? "\n";
}
