namespace PipelineKit.Parity.Tests.Posix;

/// <summary>A word of a command line after quote removal (POSIX.1-2024, Shell Command Language, 2.2), variables unexpanded.</summary>
/// <param name="Text">The text; a variable in double quotes stands in it as <c>$NAME</c>.</param>
/// <param name="Variable">Name, when the whole word is one variable in double quotes.</param>
/// <param name="IsMixed">True: a variable and other text in one word.</param>
/// <param name="IsExpanded">True: the shell would read more into it (patterns, unquoted variables, braces, a tilde).</param>
/// <param name="Source">As written.</param>
internal sealed record ShellWord(string Text, string? Variable, bool IsMixed, bool IsExpanded, string Source);
