namespace PipelineKit.Cli.Parity;

/// <summary>One argument as a text on disk gives it.</summary>
/// <param name="Text">The argument, unquoted; of a variable its name.</param>
/// <param name="IsVariable">True: the value of this variable.</param>
internal sealed record Word(string Text, bool IsVariable = false)
{
    /// <summary>As a shell would be given it.</summary>
    public override string ToString() => IsVariable ? $"\"${Text}\""
        : Text.Length > 0 && Text.All(c => char.IsAsciiLetterOrDigit(c) || "_@%+=:,./-".Contains(c, StringComparison.Ordinal)) ? Text
        : $"'{Text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
