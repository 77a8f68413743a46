namespace Scriban.Syntax;

/// <summary>One <c>when</c> of a <c>case</c> statement; <see cref="Start"/> is the offset of the word.</summary>
internal sealed record WhenBranch(int Start, ScriptExpression[] Values, ScriptBlockStatement Body);
